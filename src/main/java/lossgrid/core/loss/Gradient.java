package lossgrid.core.loss;

/** Whether a pass gives the gradient too. */
public enum Gradient {
    WANTED,
    UNWANTED
}
