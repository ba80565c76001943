package lossgrid.model.finding;

import java.util.List;

/**
 * Something about a document or a mask that its author will want to know.
 *
 * @param arguments of its texts {@code finding.<kind>.title}, {@code .seen} and {@code .why}, which share them
 * @param cells those concerned
 * @param fixes the best first; may be none
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
