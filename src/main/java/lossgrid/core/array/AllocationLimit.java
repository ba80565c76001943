package lossgrid.core.array;

/**
 * The limit on one result's memory, so that a mistaken size raises before it exhausts the memory of the open document.
 */
public final class AllocationLimit {
    private static final long MAX_BYTES = 1L << 30;

    private AllocationLimit() {}

    /**
     * Raises for a result that is too large.
     *
     * @throws TorchException {@code RuntimeError} with the message of PyTorch's allocator when the elements take more
     *     than 1 GiB
     */
    public static void require(long elements, int bytesPerElement) {
        if (elements > MAX_BYTES / bytesPerElement) {
            throw TorchException.runtimeError(
                    "[enforce fail at alloc_cpu.cpp:66] . DefaultCPUAllocator: can't allocate memory:"
                            + " you tried to allocate %s bytes. Error code 12 (Cannot allocate memory)"
                                    .formatted(Long.toUnsignedString(
                                            elements > Long.MAX_VALUE / bytesPerElement
                                                    ? Long.MAX_VALUE
                                                    : elements * bytesPerElement)));
        }
    }
}
