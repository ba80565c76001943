package lossgrid.core.loss;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lossgrid.core.array.Tensor;

/**
 * Planes cut into blocks of cells for all cores.
 *
 * @param planes the number of planes, or of stacks of planes
 * @param planeSize cells in each
 * @param width the cells of a block; the last of each plane may have fewer
 */
record Blocks(int planes, int planeSize, int width) {
    /** Wider scratch rows do not stay in the first cache, and narrower ones take longer to start than to process. */
    private static final int MAX_CELLS = 1024;

    private static final int MIN_CELLS = 64;
    /** Wide rows take more time to allocate than they save, unless they are used this many times. */
    private static final int MANY_TIMES = 4;

    private static final int FEW_CELLS = 256;
    /**
     * Extra floats at the end of a row. With an array's header of 16 bytes, every row fills whole cache lines, and
     * consecutive rows differ in the low 12 bits of their addresses, by which the processor decides whether a load has
     * to wait for a store: exponentials take half the time.
     */
    static final int PADDING = 12;
    /** The share of the second cache, in floats, that the rows of all classes together may use. */
    private static final int MAX_SCRATCH = 96 * 1024;
    /** The number of consecutive cells that a thread gets at a time, so that it reads memory in order. */
    private static final int RUN = 8192;
    /** For fewer cells, handing the work to another thread takes longer than the work. */
    private static final int ALONE = 1 << 14;

    /** One thread's work on a block, with its own scratch rows. */
    @FunctionalInterface
    interface Worker {
        /**
         * Computes the {@code count} cells from {@code start} in plane {@code plane}; {@code block} counts through all
         * planes.
         */
        void work(int block, int plane, int start, int count);
    }

    /** Blocks for workers with {@code rows} scratch rows. */
    static Blocks of(int planes, int planeSize, int rows) {
        int cells = MAX_CELLS;
        while (cells > MIN_CELLS && (cells >= 2 * planeSize || (long) cells * rows > MAX_SCRATCH)) {
            cells /= 2;
        }
        return new Blocks(planes, planeSize, cells + PADDING);
    }

    /** The width of rows to read {@code cells} cells of one plane, where there are no blocks. */
    static int widthFor(int cells) {
        return (cells < MANY_TIMES * MAX_CELLS ? Math.min(cells, FEW_CELLS) : MAX_CELLS) + PADDING;
    }

    private int perPlane() {
        return (planeSize + width - 1) / width;
    }

    int count() {
        return planes * perPlane();
    }

    /** The block in which a cell of a plane lies. */
    int blockOf(int plane, int cell) {
        return plane * perPlane() + cell / width;
    }

    /** The first cell of a block in its plane. */
    int start(int block) {
        return block % perPlane() * width;
    }

    /** Runs every block once, with a worker for each thread. */
    void run(Supplier<Worker> workers) {
        int count = count();
        int run = Math.max(1, RUN / width);
        AtomicInteger next = new AtomicInteger();
        int threads = (long) planes * planeSize <= ALONE ? 1 : ForkJoinPool.getCommonPoolParallelism() + 1;
        parallel(Math.min(threads, (count + run - 1) / run), _ -> {
            Worker worker = workers.get();
            for (int first = next.getAndAdd(run); first < count; first = next.getAndAdd(run)) {
                for (int block = first; block < Math.min(first + run, count); block++) {
                    int start = start(block);
                    worker.work(block, block / perPlane(), start, Math.min(width, planeSize - start));
                }
            }
        });
    }

    private static void parallel(int tasks, IntConsumer task) {
        if (tasks <= 1) {
            IntStream.range(0, tasks).forEach(task);
        } else {
            IntStream.range(0, tasks).parallel().forEach(task);
        }
    }

    /**
     * A copy of a tensor's planes, for a pass that reads each block from the place it writes to: copying takes little
     * longer than writing zeros, and memory that has just been read is written faster.
     */
    static float[][] copy(Tensor tensor) {
        float[][] out = new float[tensor.planeCount()][];
        if (tensor.size() <= ALONE) {
            Arrays.setAll(out, tensor::ownedPlane);
        } else {
            Arrays.parallelSetAll(out, tensor::ownedPlane);
        }
        return out;
    }

    /** Planes of zeros, written on all cores, since most of the time goes into the zeros. */
    static float[][] allocate(int planes, int planeSize) {
        float[][] out = new float[planes][];
        if ((long) planes * planeSize <= ALONE) {
            Arrays.setAll(out, _ -> new float[planeSize]);
        } else {
            Arrays.parallelSetAll(out, _ -> new float[planeSize]);
        }
        return out;
    }
}
