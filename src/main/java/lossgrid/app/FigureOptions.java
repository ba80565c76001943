package lossgrid.app;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import lossgrid.io.document.BuiltInPalette;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.compare.ComparisonRequest;
import lossgrid.model.compare.MapQuantity;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Descent;
import lossgrid.model.finding.rule.RuleSet;
import lossgrid.paint.color.ColorSettings;
import lossgrid.paint.figure.FigureFormat;
import lossgrid.paint.figure.FigureGround;
import lossgrid.paint.figure.FigureLength;
import lossgrid.paint.figure.FigurePart;
import lossgrid.paint.figure.FigureRequest;
import lossgrid.ui.control.Messages;
import lossgrid.ui.figure.FigureSource;
import lossgrid.ui.session.BoardFacts;
import lossgrid.ui.session.Screen;
import lossgrid.words.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of {@code render} that are about figures. */
final class FigureOptions {
    private static final double USUAL_RATE = 1;
    private static final int USUAL_STEPS = 50;
    private static final int MOST_STEPS = 100_000;

    @Option(
            names = "--figure",
            paramLabel = "PART",
            description = "Draws a figure without any controls: screen, board, a card, doctor, comparison or curve.")
    private @Nullable String part;

    @Option(
            names = "--width",
            paramLabel = "LENGTH",
            description = "The figure's width, such as 85mm or 1920px (default 1920px).")
    private @Nullable String width;

    @Option(
            names = "--type",
            paramLabel = "LENGTH",
            description =
                    "The size of the figure's type, such as 8pt or 24px (default 8pt on paper, else an 80th of the"
                            + " width).")
    private @Nullable String type;

    @Option(
            names = "--ground",
            paramLabel = "GROUND",
            description = "The figure's ground: light, dark, transparent, or transparent-dark for dark slides"
                    + " (default: that of the theme).")
    private @Nullable String ground;

    @Option(
            names = "--dpi",
            paramLabel = "N",
            description = "Pixels to an inch of a PNG whose width is not in pixels (default 300).")
    private @Nullable Double dpi;

    @Option(names = "--steps", paramLabel = "N", description = "The steps of the curve's descent (default 50).")
    private @Nullable Integer steps;

    @Option(names = "--rate", paramLabel = "RATE", description = "The learning rate of that descent (default 1).")
    private @Nullable String rate;

    /** The first option given that needs {@code --figure}. */
    private Optional<String> first() {
        return Stream.of(
                        named("--width", width),
                        named("--type", type),
                        named("--ground", ground),
                        named("--dpi", dpi),
                        named("--steps", steps),
                        named("--rate", rate))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> named(String name, @Nullable Object value) {
        return Optional.ofNullable(value).map(_ -> name);
    }

    /** The figure that is asked for, if one is. */
    Optional<FigureRequest> request(FigureFormat format, boolean isDark, Function<String, ParameterException> wrong) {
        if (part == null) {
            first().ifPresent(name -> {
                throw wrong.apply(name + " is for figures: add --figure");
            });
            return Optional.empty();
        }
        FigurePart asked = FigurePart.of(part)
                .orElseThrow(() -> wrong.apply(
                        "--figure must be one of " + String.join(", ", FigurePart.keys()) + ", not " + part));
        FigureLength wide = length("--width", width, FigureRequest.USUAL.width(), wrong);
        FigureLength high = length("--type", type, FigureRequest.typeFor(wide), wrong);
        FigureRequest request = new FigureRequest(asked, wide, high, ground(isDark, wrong), format, resolution(wrong));
        if (!request.isPossible()) {
            throw wrong.apply("--width must be at most " + FigureRequest.WIDEST + " pixels, and --type at least 4px");
        }
        if (!request.isWideEnough()) {
            throw wrong.apply("--width is too narrow for this --type: it must be at least "
                    + request.leastWidth().text());
        }
        return Optional.of(request);
    }

    private static FigureLength length(
            String name, @Nullable String text, FigureLength usual, Function<String, ParameterException> wrong) {
        return text == null
                ? usual
                : FigureLength.parse(text, usual.unit())
                        .orElseThrow(() -> wrong.apply(name + " must be a length in px, mm or pt, such as "
                                + usual.text().replace(" ", "") + ", not " + text));
    }

    private FigureGround ground(boolean isDark, Function<String, ParameterException> wrong) {
        if (ground == null) {
            return isDark ? FigureGround.DARK : FigureGround.LIGHT;
        }
        return FigureGround.of(ground)
                .orElseThrow(() -> wrong.apply("--ground must be one of " + String.join(", ", FigureGround.keys())));
    }

    private double resolution(Function<String, ParameterException> wrong) {
        double pixels = dpi == null ? FigureRequest.USUAL_RESOLUTION : dpi;
        if (!(pixels >= 1)) {
            throw wrong.apply("--dpi must be at least 1");
        }
        return pixels;
    }

    /** What a figure of a document is made from. */
    FigureSource source(
            FigureRequest request,
            Experiment experiment,
            Language language,
            Screen screen,
            Optional<ComparisonRequest> compared,
            Function<String, ParameterException> wrong) {
        if (request.part() == FigurePart.COMPARISON && compared.isEmpty()) {
            throw wrong.apply("--figure comparison needs --compare");
        }
        Analysis analysis = Analyzer.analyze(experiment);
        Optional<FigureSource.Descended> descended = Optional.of(request.part())
                .filter(shown -> shown == FigurePart.CURVE)
                .map(_ -> descended(analysis, rate(wrong), steps(wrong)));
        FigurePart face = screen == Screen.DOCTOR ? FigurePart.DOCTOR : FigurePart.BOARD;
        return new FigureSource(
                BoardFacts.of(analysis),
                RuleSet.of(analysis, BuiltInPalette.all()),
                ColorSettings.defaults(),
                new Messages(language),
                compared.isPresent() ? FigurePart.COMPARISON : face,
                compared.map(of -> FigureSource.Compared.of(of, analysis, MapQuantity.LOSS, Optional.empty())),
                descended);
    }

    private static FigureSource.Descended descended(Analysis analysis, double rate, int steps) {
        return new FigureSource.Descended(Descent.trace(analysis, rate, steps), rate);
    }

    private int steps(Function<String, ParameterException> wrong) {
        int wanted = steps == null ? USUAL_STEPS : steps;
        if (wanted < 1 || wanted > MOST_STEPS) {
            throw wrong.apply("--steps must be from 1 to " + MOST_STEPS);
        }
        return wanted;
    }

    private double rate(Function<String, ParameterException> wrong) {
        OptionalDouble wanted = rate == null ? OptionalDouble.of(USUAL_RATE) : Descent.rate(rate);
        return wanted.orElseThrow(() -> wrong.apply("--rate must be a number above 0"));
    }
}
