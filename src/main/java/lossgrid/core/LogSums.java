package lossgrid.core;

/**
 * What makes log-probabilities of logits: {@code x − max − log}.
 *
 * @param max each pixel's greatest logit, a plane for each image
 * @param log the logarithm of its sum of {@code e^(x − max)}
 */
@SuppressWarnings("ArrayRecordComponent")
record LogSums(float[][] max, float[][] log) {
    LogSums(int images, int planeSize) {
        this(Blocks.allocate(images, planeSize), Blocks.allocate(images, planeSize));
    }

    float logProbability(float x, int n, int cell) {
        return x - max[n][cell] - log[n][cell];
    }
}
