package lossgrid.model.finding;

/** The severity of a finding, the worst first. */
public enum Severity {
    /** PyTorch raises, or the number is certainly not the intended loss. */
    ERROR,
    /** Runs, and is very probably a mistake. */
    WARNING,
    /** Worth knowing; may well be intended. */
    NOTE
}
