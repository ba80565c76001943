package lossgrid.core;

/** What a fused pass knows beside its results, so that they can follow when few pixels change. */
sealed interface FusedPass permits ClassPass {
    /** The results for {@code logits}, which differ from those of {@code before} in the columns of {@code pixels} alone. */
    ActivatedLoss after(ActivatedLoss before, Tensor logits, int[] pixels);
}
