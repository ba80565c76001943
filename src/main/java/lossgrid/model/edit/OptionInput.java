package lossgrid.model.edit;

import lossgrid.model.text.ArrayText;

/** What a user types for a size or an option, read as an edit by {@link OptionReader} or refused with a reason. */
public sealed interface OptionInput {
    record Accepted(Edit edit) implements OptionInput {}

    record Rejected(Reason reason) implements OptionInput {}

    /** An array that cannot be read. */
    record Malformed(ArrayText.Problem problem, int position) implements OptionInput {}

    enum Reason {
        NOT_A_NUMBER,
        NOT_WHOLE,
        /** Beyond int64, or int32 for a dimension. */
        OUT_OF_RANGE,
        BELOW_ONE,
        /** More than {@link Reshaping#MOST_ELEMENTS} elements. */
        TOO_MANY
    }

    /** Which size of the logits. */
    enum Axis {
        N(0),
        C(1),
        H(2),
        W(3);

        private final int dim;

        Axis(int dim) {
            this.dim = dim;
        }

        /** The dimension of the logits. */
        public int dim() {
            return dim;
        }
    }
}
