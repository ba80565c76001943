package lossgrid.ui.words;

import java.util.Optional;
import lossgrid.model.compare.Compared;
import lossgrid.model.compare.Occasion;
import lossgrid.words.CaseText;
import lossgrid.words.FindingText;
import lossgrid.words.Text;

/** Why something is compared, in the user's language. */
public final class OccasionText {
    private OccasionText() {}

    public static String title(Compared compared, Messages messages) {
        return switch (compared.occasion()) {
            case Occasion.Free() -> messages.get(Text.COMPARE_FREE);
            case Occasion.OfMistake(var mistake) ->
                CaseText.in(messages.language()).title(mistake);
            case Occasion.OfFix(var finding, var _) ->
                FindingText.in(messages.language()).title(finding);
        };
    }

    /** What differs, and why that matters. */
    public static Optional<String> explanation(Compared compared, Messages messages) {
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
