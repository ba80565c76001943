package lossgrid.core;

/** Whether a pass computes the gradient, which takes as much memory as the logits. */
public enum Gradient {
    WANTED,
    UNWANTED
}
