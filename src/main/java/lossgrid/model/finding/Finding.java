package lossgrid.model.finding;

import java.util.List;

/**
 * A problem in a document or a mask, or a note about it.
 *
 * @param arguments of its texts {@code finding.<kind>.title}, {@code .seen} and {@code .why}, which share them
 * @param cells the cells concerned
 * @param fixes the best first; may be empty
 */
public record Finding(
        FindingKind kind,
        Severity severity,
        Outcome outcome,
        List<Argument> arguments,
        MarkedCells cells,
        List<Fix> fixes) {
    public Finding {
        arguments = List.copyOf(arguments);
        fixes = List.copyOf(fixes);
    }
}
