package lossgrid.core.loss;

/**
 * What makes log-probabilities of logits, {@code x − max − log}, and their slopes.
 *
 * @param max each pixel's greatest logit, a plane for each image
 * @param log the logarithm of its sum of {@code e^(x − max)}
 * @param label the class of its target and 1 more; 0 where it is ignored
 */
@SuppressWarnings("ArrayRecordComponent")
record LogSums(float[][] max, float[][] log, short[][] label) {
    LogSums(int images, int planeSize) {
        this(Blocks.allocate(images, planeSize), Blocks.allocate(images, planeSize), new short[images][planeSize]);
    }

    /** Keeps the labels of a block. */
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
