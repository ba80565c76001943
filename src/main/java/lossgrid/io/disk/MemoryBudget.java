package lossgrid.io.disk;

/**
 * The memory that the reading of one file may take.
 *
 * @param bytes the most, for everything that is held at once beside the file itself
 */
public record MemoryBudget(long bytes) {
    private static final int MIB_SHIFT = 20;

    /** The share of each of so many readers: all have half of the memory of the virtual machine. */
    public static MemoryBudget of(int readers) {
        return new MemoryBudget(Runtime.getRuntime().maxMemory() / 2 / readers);
    }

    /**
     * Raises an error before anything of that size is allocated.
     *
     * @param needed bytes; what is beyond 64 bits is passed as {@link Long#MAX_VALUE}
     */
    public void require(long needed, String place, String what) throws UnreadableFile {
        if (needed > bytes || needed > Integer.MAX_VALUE - Long.BYTES) {
            throw new UnreadableFile(
                    place,
                    "%s would need %s MiB, but only %s MiB are available"
                            .formatted(
                                    what, (needed >> MIB_SHIFT) + 1, Math.min(bytes, Integer.MAX_VALUE) >> MIB_SHIFT));
        }
    }
}
