package lossgrid.core.loss;

/** Whether a pass computes the gradient too. */
public enum Gradient {
    WANTED,
    UNWANTED
}
