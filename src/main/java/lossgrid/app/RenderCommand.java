package lossgrid.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import lossgrid.io.disk.AtomicFile;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.document.BuiltInPalette;
import lossgrid.io.document.DocumentFiles;
import lossgrid.io.intake.ArrayFiles;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.compare.ComparisonRequest;
import lossgrid.model.compare.mistake.Mistake;
import lossgrid.model.document.Experiment;
import lossgrid.model.finding.rule.RuleSet;
import lossgrid.paint.figure.FigureFormat;
import lossgrid.paint.figure.FigureRequest;
import lossgrid.ui.control.Fonts;
import lossgrid.ui.control.Theme;
import lossgrid.ui.document.ImportTarget;
import lossgrid.ui.document.ImportedDocument;
import lossgrid.ui.export.BoardPicture;
import lossgrid.ui.export.FigurePicture;
import lossgrid.ui.export.PicturePart;
import lossgrid.ui.figure.FigureSource;
import lossgrid.ui.session.Presentation;
import lossgrid.ui.session.Screen;
import lossgrid.ui.session.TextScale;
import lossgrid.ui.workspace.ViewState;
import lossgrid.words.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lossgrid render}: the board, or one card of it, as a PNG or an SVG, without a display. */
@Command(
        name = RenderCommand.NAME,
        description = "Draws the board of a document as a PNG or an SVG, without a display.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the picture is written",
            "2:the document cannot be read, the picture cannot be written, or the command line is wrong"
        })
final class RenderCommand implements Callable<Integer> {
    static final String NAME = "render";

    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{1,4})x([1-9]\\d{1,4})");
    private static final String SVG = ".svg";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The document, or a mask or array.")
    private @Nullable Path file;

    @Option(
            names = "--as",
            paramLabel = "labels|logits",
            description = "How to read an array (default: what it looks like).")
    private @Nullable String role;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PICTURE",
            description = "The picture to write: SVG if its name ends in .svg, PNG otherwise.")
    private @Nullable Path out;

    @Option(names = "--svg", description = "Writes SVG, whatever the picture is called.")
    private boolean svg;

    @Option(
            names = "--card",
            paramLabel = "CARD",
            description = "Draws only this card: logits, probabilities, labels, one-hot, loss or gradient.")
    private @Nullable String card;

    @Option(
            names = "--screen",
            defaultValue = "board",
            paramLabel = "board|doctor",
            description = "The screen to draw (default ${DEFAULT-VALUE}).")
    private String screen = "";

    @Option(
            names = "--compare",
            paramLabel = "MISTAKE|fix",
            description = "Shows a comparison on the doctor's screen: a mistake of the catalogue, such as"
                    + " softmax-before-cross-entropy, or the document and the first fix found for it.")
    private @Nullable String compare;

    @Option(
            names = "--size",
            defaultValue = "1440x900",
            paramLabel = "WxH",
            description = "The window's size (default ${DEFAULT-VALUE}).")
    private String size = "";

    @Option(
            names = "--scale",
            defaultValue = "1",
            paramLabel = "S",
            description = "Pixels per unit of that size (default ${DEFAULT-VALUE}).")
    private double scale;

    @Option(
            names = "--zoom",
            defaultValue = "1",
            paramLabel = "Z",
            description = "The zoom of type that the window would have, from 0.8 to 2 (default ${DEFAULT-VALUE}).")
    private double zoom;

    @Option(
            names = "--present",
            description = "Draws the board as a presentation ends: all cards, as large as the picture allows.")
    private boolean present;

    @Option(names = "--lang", defaultValue = "en", paramLabel = "en|zh", description = "The language of the window.")
    private String language = "";

    @Option(names = "--theme", defaultValue = "light", paramLabel = "light|dark", description = "The window's theme.")
    private String theme = "";

    @Mixin
    private final FigureOptions figure = new FigureOptions();

    @Override
    public Integer call() {
        BoardPicture.Form form = parseForm();
        Screen face = parseScreen();
        Optional<FigureRequest> asked =
                figure.request(isSvg() ? FigureFormat.SVG : FigureFormat.PNG, form.theme() == Theme.DARK, this::wrong);
        asked.ifPresent(_ -> rejectWindowOptions());
        try {
            Experiment experiment = open(requireSet(file), parseRole(), form.language());
            Optional<ComparisonRequest> compared =
                    Optional.ofNullable(compare).map(what -> parseCompared(what, experiment));
            AtomicFile.Content content = asked.isPresent()
                    ? figure(asked.get(), experiment, face, compared)
                    : Display.onFxThread(() -> draw(experiment, form, face, compared));
            DocumentFiles.write(requireSet(out), content);
            return CommandLine.ExitCode.OK;
        } catch (IOException bad) {
            say(String.valueOf(bad.getMessage()));
            return CommandLine.ExitCode.USAGE;
        }
    }

    /** The window's size and parts say nothing about a figure. */
    private void rejectWindowOptions() {
        for (String name : List.of("--size", "--scale", "--card")) {
            if (requireSet(spec).commandLine().getParseResult().hasMatchedOption(name)) {
                throw wrong(name + " is for pictures of the window: a figure has --figure, --width and --type");
            }
        }
    }

    private AtomicFile.Content figure(
            FigureRequest request, Experiment experiment, Screen face, Optional<ComparisonRequest> compared) {
        FigureSource source = figure.source(request, experiment, parseLanguage(), face, compared, this::wrong);
        return Display.onFxThread(() -> {
            Fonts.loadChinese();
            if (request.format() == FigureFormat.PNG && !FigurePicture.isPossible(request, source)) {
                throw wrong("--width: the picture must be below 100 million pixels");
            }
            return FigurePicture.content(request, source);
        });
    }

    /** Opens a document, or an array as a document. */
    private Experiment open(Path from, Optional<ImportTarget> target, Language spoken) throws UnreadableFile {
        if (ArrayFiles.isArray(from)) {
            ImportedDocument opened = ImportedDocument.open(from, target);
            opened.remark(spoken).ifPresent(this::say);
            return opened.experiment();
        }
        if (target.isPresent()) {
            throw wrong("--as is for arrays, not for documents");
        }
        return DocumentFiles.open(from);
    }

    private void say(String message) {
        requireSet(spec).commandLine().getErr().println("lossgrid render: " + message.replaceAll("\\p{Cntrl}", "?"));
    }

    private boolean isSvg() {
        return svg || requireSet(out).toString().toLowerCase(Locale.ROOT).endsWith(SVG);
    }

    private ComparisonRequest parseCompared(String what, Experiment experiment) {
        if ("fix".equals(what)) {
            return RuleSet.of(Analyzer.analyze(experiment), BuiltInPalette.all()).stream()
                    .flatMap(finding -> finding.fixes().stream().map(fix -> ComparisonRequest.of(finding, fix)))
                    .findFirst()
                    .orElseThrow(() -> wrong("--compare fix: no finding has a fix"));
        }
        return Stream.of(Mistake.values())
                .filter(mistake -> mistake.key().equals(what))
                .findFirst()
                .map(ComparisonRequest::of)
                .orElseThrow(() -> wrong("--compare must be fix or a mistake, one of "
                        + Stream.of(Mistake.values()).map(Mistake::key).collect(Collectors.joining(", "))));
    }

    private AtomicFile.Content draw(
            Experiment experiment, BoardPicture.Form form, Screen face, Optional<ComparisonRequest> compared) {
        Consumer<ViewState> shown = compared.map(BoardPicture::comparing)
                .orElse(BoardPicture.showing(face))
                .andThen(view -> view.zoomProperty().set(zoom));
        if (present) {
            shown = shown.andThen(ViewState::togglePresentation).andThen(view -> view.step(Presentation::last));
        }
        if (isSvg()) {
            String picture = BoardPicture.svg(experiment, form, shown);
            return stream -> stream.write(picture.getBytes(StandardCharsets.UTF_8));
        }
        BufferedImage picture = BoardPicture.draw(experiment, form, shown);
        return stream -> {
            if (!ImageIO.write(picture, "png", stream)) {
                throw new IllegalStateException("no writer for PNG");
            }
        };
    }

    private BoardPicture.Form parseForm() {
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw wrong("--size must be WIDTHxHEIGHT, such as 1440x900, not " + size);
        }
        BoardPicture.Form form = new BoardPicture.Form(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                scale,
                parseLanguage(),
                parseTheme(),
                parsePart());
        if (TextScale.valid(zoom) != zoom) {
            throw wrong("--zoom must be from 0.8 to 2");
        }
        if (!form.isAllowed()) {
            throw wrong("--scale must be positive and the picture below 100 million pixels");
        }
        return form;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(requireSet(spec).commandLine(), message);
    }

    private PicturePart parsePart() {
        if (card == null) {
            return PicturePart.WINDOW;
        }
        return PicturePart.card(card)
                .orElseThrow(() ->
                        wrong("--card must be one of " + String.join(", ", PicturePart.cardNames()) + ", not " + card));
    }

    private Optional<ImportTarget> parseRole() {
        return Optional.ofNullable(role).map(name -> switch (name) {
            case "labels" -> ImportTarget.LABELS;
            case "logits" -> ImportTarget.LOGITS;
            default -> throw wrong("--as must be labels or logits");
        });
    }

    private Screen parseScreen() {
        return switch (screen) {
            case "board" -> Screen.BOARD;
            case "doctor" -> Screen.DOCTOR;
            default -> throw wrong("--screen must be board or doctor");
        };
    }

    private Language parseLanguage() {
        return switch (language) {
            case "en" -> Language.ENGLISH;
            case "zh" -> Language.CHINESE;
            default -> throw wrong("--lang must be en or zh");
        };
    }

    private Theme parseTheme() {
        return switch (theme) {
            case "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            default -> throw wrong("--theme must be light or dark");
        };
    }

    private static <T> T requireSet(@Nullable T injected) {
        if (injected == null) {
            throw new IllegalStateException("picocli has set no value");
        }
        return injected;
    }
}
