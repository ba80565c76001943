package lossgrid.model.finding;

/** How bad a finding is, the worst first. */
public enum Severity {
    /** PyTorch raises, or the number is certainly not the loss that was meant. */
    ERROR,
    /** Runs, and is very probably a mistake. */
    WARNING,
    /** Worth knowing; may well be meant so. */
    NOTE
}
