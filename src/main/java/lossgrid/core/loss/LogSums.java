package lossgrid.core.loss;

/**
 * The numbers of each pixel that turn logits into log-probabilities, {@code x − max − log}, and into slopes.
 *
 * @param max each pixel's greatest logit, a plane for each image
 * @param log the logarithm of its sum of {@code e^(x − max)}
 * @param label the class of its target plus 1; 0 where it is ignored
 */
@SuppressWarnings("ArrayRecordComponent")
record LogSums(float[][] max, float[][] log, short[][] label) {
    LogSums(int images, int planeSize) {
        this(Blocks.allocate(images, planeSize), Blocks.allocate(images, planeSize), new short[images][planeSize]);
    }

    /** Stores the labels of a block. */
    void labels(int n, int start, int[] labels, int count) {
        short[] plane = label[n];
        for (int j = 0; j < count; j++) {
            plane[start + j] = (short) (labels[j] + 1);
        }
    }

    float logProbability(float x, int n, int cell) {
        return x - max[n][cell] - log[n][cell];
    }
}
