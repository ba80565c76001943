package lossgrid.model.edit;

/** Values for many cells, taken as one edit or refused because of one of them. */
public sealed interface BulkInput {
    record Ready(Edit edit) implements BulkInput {}

    /**
     * Nothing is taken.
     *
     * @param value the text of the first value that cannot be
     */
    record Rejected(CellInput.Reason reason, String value) implements BulkInput {}
}
