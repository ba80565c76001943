package lossgrid.ui.document;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lossgrid.io.document.Lesson;
import lossgrid.model.document.Experiment;
import lossgrid.words.HelpText;
import lossgrid.words.Language;
import lossgrid.words.Text;
import lossgrid.words.TextKey;
import lossgrid.words.Texts;

/**
 * The words of the lessons in the user's language: the title and the names of the classes. Those that the user has
 * changed are the user's.
 */
public final class LessonWords {
    /** The language of the files in {@code assets/lessons/}. */
    static final Language ORIGINAL = Language.ENGLISH;

    private static final List<HelpText> CLASSES =
            List.of(HelpText.CLASS_BACKGROUND, HelpText.CLASS_OBJECT, HelpText.CLASS_ROAD, HelpText.CLASS_CAR);

    private LessonWords() {}

    public static TextKey title(Lesson lesson) {
        return switch (lesson) {
            case SINGLE_CHANNEL -> Text.LESSON_SINGLE_CHANNEL;
            case TWO_CHANNEL -> Text.LESSON_TWO_CHANNEL;
            case ASYMMETRIC -> Text.LESSON_ASYMMETRIC;
        };
    }

    /** A lesson in a language. */
    public static Experiment open(Lesson lesson, Language language) {
        return translation(lesson, ORIGINAL, language).apply(lesson.open());
    }

    /** From a lesson's document, whatever has become of it, to the same with its words in another language. */
    public static UnaryOperator<Experiment> translation(Lesson lesson, Language from, Language to) {
        Texts old = Texts.in(from);
        Texts now = Texts.in(to);
        return document -> {
            String title = document.title().equals(old.get(title(lesson))) ? now.get(title(lesson)) : document.title();
            List<String> classes = document.classes().stream()
                    .map(name -> word(name, old).map(now::get).orElse(name))
                    .toList();
            boolean isSame = title.equals(document.title()) && classes.equals(document.classes());
            return isSame ? document : document.withTitle(title).withClasses(classes);
        };
    }

    private static Optional<HelpText> word(String name, Texts texts) {
        return CLASSES.stream().filter(key -> texts.get(key).equals(name)).findFirst();
    }
}
