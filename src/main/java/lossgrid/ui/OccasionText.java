package lossgrid.ui;

import java.util.Optional;
import lossgrid.model.compare.Compared;
import lossgrid.model.compare.Occasion;

/** Why something is compared, in the user's language. */
final class OccasionText {
    private OccasionText() {}

    static String title(Compared compared, Messages messages) {
        return switch (compared.occasion()) {
            case Occasion.Free() -> messages.get(Text.COMPARE_FREE);
            case Occasion.OfMistake(var mistake) ->
                CaseText.in(messages.language()).title(mistake);
            case Occasion.OfFix(var finding, var _) ->
                FindingText.in(messages.language()).title(finding);
        };
    }

    /** What differs, and why that matters. */
    static Optional<String> explanation(Compared compared, Messages messages) {
        return switch (compared.occasion()) {
            case Occasion.Free() -> Optional.empty();
            case Occasion.OfMistake(var mistake) ->
                Optional.of(CaseText.in(messages.language()).why(mistake));
            case Occasion.OfFix(var _, var fix) ->
                Optional.of(messages.get(
                        Text.COMPARE_FIX, FindingText.in(messages.language()).fix(fix)));
        };
    }
}
