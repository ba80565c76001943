package lossgrid.core.loss;

/**
 * The gradient of a loss of class indices with respect to the log-probabilities, and from there to the logits.
 *
 * @param own the share of a target's own class, for weight 1
 * @param even the share of every class with label smoothing
 */
record ClassSlopes(ClassTargets targets, float own, float even) {
    /** These slopes with the denominator of other targets, {@code divided}. */
    ClassSlopes dividedAs(ClassTargets divided) {
        return new ClassSlopes(targets, divided.ownShare() / divided.total(), divided.evenShare() / divided.total());
    }

    boolean isLike(ClassSlopes other) {
        return Float.compare(own, other.own) == 0 && Float.compare(even, other.even) == 0;
    }

    /** Whether all targets that count have the same slope, and it is a number. */
    boolean isPlain() {
        return targets.weights() == null && !targets.isSmoothed() && Float.isFinite(own);
    }

    /** The slope with respect to the log-probability of class {@code c} where the target is {@code label}. */
    float of(int label, int c) {
        float slope = c == label ? -targets.weightOf(c) * own : 0f;
        // Always adds 0, so that no zero is negative.
        return slope + (targets.isSmoothed() ? -(label == ClassTargets.IGNORED ? 0f : even) * targets.weightOf(c) : 0f);
    }

    /** The sum of the slopes of all classes. */
    float total(int label) {
        if (!targets.isSmoothed()) {
            return label == ClassTargets.IGNORED ? 0f : of(label, label);
        }
        float total = 0;
        for (int c = 0; c < targets.classes(); c++) {
            total += of(label, c);
        }
        return total;
    }

    /**
     * The slope with respect to the logit of class {@code c}.
     *
     * @param probability {@code e} to the log-probability of c
     * @param total as {@link #total}
     */
    float byLogit(float probability, float total, int label, int c) {
        return Math.fma(-probability, total, of(label, c));
    }

    /** As above for a row, in place of the probabilities. */
    static void byLogits(float[] probability, float[] total, float[] slope) {
        for (int j = 0; j < probability.length; j++) {
            probability[j] = Math.fma(-probability[j], total[j], slope[j]);
        }
    }
}
