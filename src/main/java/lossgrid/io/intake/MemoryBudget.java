package lossgrid.io.intake;

/**
 * How much memory the reading of one file may take.
 *
 * @param bytes the most, for everything that is held at once beside the file itself
 */
public record MemoryBudget(long bytes) {
    private static final int MIB_SHIFT = 20;

    /** Half of what the virtual machine may use. */
    static MemoryBudget ofMemory() {
        return new MemoryBudget(Runtime.getRuntime().maxMemory() / 2);
    }

    /** The share of each of so many. */
    MemoryBudget shared(int readers) {
        return new MemoryBudget(bytes / readers);
    }

    /**
     * Refuses before anything of that size is allocated.
     *
     * @param needed bytes; what is beyond 64 bits is passed as {@link Long#MAX_VALUE}
     */
    public void require(long needed, String place, String what) throws ArrayFileException {
        if (needed > bytes || needed > Integer.MAX_VALUE - Long.BYTES) {
            throw new ArrayFileException(
                    place,
                    "%s would need %s MiB, but only %s MiB are available"
                            .formatted(
                                    what, (needed >> MIB_SHIFT) + 1, Math.min(bytes, Integer.MAX_VALUE) >> MIB_SHIFT));
        }
    }
}
