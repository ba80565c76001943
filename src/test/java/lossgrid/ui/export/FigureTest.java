package lossgrid.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.io.document.Lesson;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.compare.ComparisonRequest;
import lossgrid.model.compare.MapQuantity;
import lossgrid.model.compare.mistake.Mistake;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.Descent;
import lossgrid.model.finding.rule.RuleSet;
import lossgrid.paint.color.ColorSettings;
import lossgrid.paint.figure.FigureFormat;
import lossgrid.paint.figure.FigureGround;
import lossgrid.paint.figure.FigureLength;
import lossgrid.paint.figure.FigureLength.Unit;
import lossgrid.paint.figure.FigurePart;
import lossgrid.paint.figure.FigureRequest;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.paint.grid.CellGrid;
import lossgrid.ui.control.Fonts;
import lossgrid.ui.control.Messages;
import lossgrid.ui.figure.Figure;
import lossgrid.ui.figure.FigureSource;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.session.BoardFacts;
import lossgrid.words.DoctorText;
import lossgrid.words.Language;
import lossgrid.words.SideText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Figures have the width that is asked for, hold what the board, a comparison, the doctor or a descent shows, and
 * nothing that could be used; as PNG and as SVG they are the same. {@code -Dfigures=FOLDER} writes pictures of many.
 */
class FigureTest {
    private static final FigureRequest PAPER = new FigureRequest(
            FigurePart.BOARD,
            new FigureLength(85, Unit.MM),
            new FigureLength(8, Unit.PT),
            FigureGround.LIGHT,
            FigureFormat.PNG,
            FigureRequest.USUAL_RESOLUTION);

    private static final FigureRequest SLIDE = FigureRequest.USUAL.of(FigurePart.BOARD);

    @BeforeAll
    static void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        Fonts.loadChinese();
    }

    private static <T> T onFxThread(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, work);
    }

    private static FigureSource source(Experiment experiment, Language language) {
        Analysis analysis = Analyzer.analyze(experiment);
        return new FigureSource(
                BoardFacts.of(analysis),
                RuleSet.of(analysis, List.of()),
                ColorSettings.defaults(),
                new Messages(language),
                FigurePart.BOARD,
                Optional.of(FigureSource.Compared.of(
                        ComparisonRequest.of(Mistake.SOFTMAX_BEFORE_CROSS_ENTROPY),
                        analysis,
                        MapQuantity.LOSS,
                        Optional.empty())),
                Optional.of(new FigureSource.Descended(Descent.trace(analysis, 1, 40), 1)));
    }

    private static Experiment threeClasses() {
        Random random = new Random(3);
        return Lesson.TWO_CHANNEL
                .open()
                .withTitle("Three classes")
                .withClasses(List.of("road", "car", "sky"))
                .withLogits(Tensor.generate(Shape.of(1, 3, 4, 5), _ -> (float) random.nextGaussian()))
                .withLabels(LabelArray.ofLongs(DType.INT64, Shape.of(1, 4, 5), i -> i == 7 ? -100 : i % 3));
    }

    private static Map<String, Experiment> documents() {
        Map<String, Experiment> documents = new LinkedHashMap<>();
        for (Lesson lesson : Lesson.values()) {
            documents.put(lesson.id(), lesson.open());
        }
        documents.put("three-classes", threeClasses());
        return documents;
    }

    private static FigureRequest on(FigureRequest request, FigureGround ground) {
        return new FigureRequest(
                request.part(), request.width(), request.type(), ground, request.format(), request.resolution());
    }

    private static BufferedImage png(FigureRequest request, FigureSource source) {
        return onFxThread(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            FigurePicture.content(request, source).writeTo(out);
            return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        });
    }

    private static Stream<Node> nodes(Node node) {
        return !node.isVisible()
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(node),
                        node instanceof Parent parent
                                ? parent.getChildrenUnmodifiable().stream().flatMap(FigureTest::nodes)
                                : Stream.empty());
    }

    /** All that is written in a figure, in words: what is on a canvas too. */
    private static Set<String> words(Figure figure) {
        List<String> texts = new ArrayList<>();
        nodes(figure).forEach(node -> {
            switch (node) {
                case Text text -> texts.add(text.getText());
                case GridView view -> {
                    GridGeometry geometry = view.geometry().orElseThrow();
                    CellGrid grid = view.grid().orElseThrow().fitted(geometry);
                    boolean isWritten = geometry.showsText(grid.longestText());
                    for (int plane = 0; plane < grid.shape().planes(); plane++) {
                        texts.add(geometry.title() > 0 ? grid.planeTitle(plane) : "");
                        for (int cell = 0; isWritten && cell < grid.shape().planeSize(); cell++) {
                            texts.add(grid.text(plane, cell));
                        }
                    }
                }
                default -> {}
            }
        });
        return words(texts);
    }

    private static Set<String> words(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Stream.of(text.split("\\s+")))
                .filter(word -> !word.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(String svg) throws ParserConfigurationException, IOException, SAXException {
        NodeList texts = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getElementsByTagName("text");
        List<String> out = new ArrayList<>();
        for (int i = 0; i < texts.getLength(); i++) {
            out.add(texts.item(i).getTextContent());
        }
        return words(out);
    }

    @ParameterizedTest
    @EnumSource
    void pngAndSvgHaveTheSameTexts(FigurePart part) throws ParserConfigurationException, IOException, SAXException {
        for (FigureRequest form : List.of(PAPER, SLIDE)) {
            FigureSource source = source(threeClasses(), Language.ENGLISH);
            FigureRequest request = form.of(part);
            Set<String> drawn = onFxThread(() -> words(Figure.of(request, source, 1)));
            String svg = onFxThread(() -> FigurePicture.svg(request, source));
            // A word that is longer than a line is broken where it is drawn.
            assertThat(String.join("", words(svg))).isNotEmpty();
            Set<String> written = words(svg);
            drawn.removeIf(word -> word.length() > 24);
            assertThat(written).as(part.key()).containsAll(drawn);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingCanBeUsedInAFigure(FigurePart part) {
        for (Experiment experiment : documents().values()) {
            FigureSource source = source(experiment, Language.ENGLISH);
            List<Node> nodes =
                    onFxThread(() -> nodes(Figure.of(SLIDE.of(part), source, 1)).toList());
            assertThat(nodes)
                    .noneMatch(node -> node instanceof ButtonBase
                            || node instanceof TextInputControl
                            || node instanceof ComboBoxBase
                            || node instanceof ScrollBar)
                    .noneMatch(Node::isFocusTraversable);
            Messages messages = source.messages();
            assertThat(nodes.stream().filter(Labeled.class::isInstance).map(node -> ((Labeled) node).getText()))
                    .doesNotContain(
                            messages.get(lossgrid.words.Text.CARD_LOGITS_HINT),
                            messages.get(lossgrid.words.Text.NO_ENCODING_STEPS),
                            messages.get(DoctorText.COMPARE_EDIT),
                            messages.get(SideText.DESCENT_STEP));
        }
    }

    /** Texts are neither shortened nor cut. */
    @ParameterizedTest
    @EnumSource
    void everyTextIsWhole(FigurePart part) {
        for (Experiment experiment : documents().values()) {
            for (Language language : Language.values()) {
                for (FigureRequest form : List.of(PAPER, SLIDE)) {
                    FigureSource source = source(experiment, language);
                    onFxThread(() -> {
                        Figure figure = Figure.of(form.of(part), source, 1);
                        nodes(figure)
                                .filter(Text.class::isInstance)
                                .map(Text.class::cast)
                                .forEach(text -> {
                                    assertThat(text.getText()).doesNotEndWith("...");
                                    assertThat(figure.getLayoutBounds()
                                                    .contains(figure.sceneToLocal(
                                                            text.localToScene(text.getLayoutBounds()))))
                                            .as(part.key() + ": " + text.getText())
                                            .isTrue();
                                });
                        return null;
                    });
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"85, MM, 8, PT, 1004", "1920, PX, 24, PX, 1920", "170, MM, 9, PT, 2008", "777, PX, 12, PX, 777"})
    void theWidthAskedForIsTheWidthGot(double width, Unit unit, double type, Unit typeUnit, int pixels) {
        FigureRequest request = new FigureRequest(
                FigurePart.LOSS,
                new FigureLength(width, unit),
                new FigureLength(type, typeUnit),
                FigureGround.DARK,
                FigureFormat.PNG,
                FigureRequest.USUAL_RESOLUTION);
        FigureSource source = source(Lesson.TWO_CHANNEL.open(), Language.ENGLISH);
        BufferedImage picture = png(request, source);
        assertThat(picture.getWidth()).isEqualTo(pixels);
        int ground = picture.getRGB(0, 0);
        assertThat(picture.getRGB(picture.getWidth() - 1, picture.getHeight() - 1))
                .isEqualTo(ground);
        assertThat(ground & 0xff).isLessThan(64);
        String svg = onFxThread(() -> FigurePicture.svg(request, source));
        String symbol = unit == Unit.PX ? "" : unit.symbol();
        assertThat(svg).contains("<svg", " width=\"" + (int) width + symbol + "\"");
    }

    @Test
    void aPngForPaperSaysHowWideItIs() throws IOException {
        FigureSource source = source(Lesson.TWO_CHANNEL.open(), Language.ENGLISH);
        byte[] png = onFxThread(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            FigurePicture.content(PAPER, source).writeTo(out);
            return out.toByteArray();
        });
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            var reader = ImageIO.getImageReadersByFormatName("png").next();
            reader.setInput(in);
            var size = reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            var density =
                    ((org.w3c.dom.Element) size).getElementsByTagName("pHYs").item(0);
            assertThat(density.getAttributes()
                            .getNamedItem("pixelsPerUnitXAxis")
                            .getNodeValue())
                    .isEqualTo("11811");
        }
    }

    @ParameterizedTest
    @EnumSource
    void cornersAreTransparentWhereTheGroundIs(FigureGround ground) {
        FigureSource source = source(Lesson.TWO_CHANNEL.open(), Language.ENGLISH);
        BufferedImage picture = png(on(PAPER, ground), source);
        int[] xs = {0, picture.getWidth() - 1};
        int[] ys = {0, picture.getHeight() - 1};
        for (int x : xs) {
            for (int y : ys) {
                assertThat(picture.getRGB(x, y) >>> 24).isEqualTo(ground.isTransparent() ? 0 : 255);
            }
        }
        String svg = onFxThread(() -> FigurePicture.svg(on(PAPER, ground), source));
        String[] grounds = svg.split("x=\"0\" y=\"0\" width=\"321", -1);
        assertThat(grounds.length > 1).isEqualTo(!ground.isTransparent());
    }

    @Test
    void theBoardHasTheNumbersOfAllCardsInALegibleSize() {
        for (Experiment experiment : documents().values()) {
            // More cells across than a column of a paper has room for numbers are in colour alone.
            boolean isNarrow = experiment.classCount() * experiment.width() <= 4;
            for (FigureRequest form : isNarrow ? List.of(PAPER, SLIDE) : List.of(SLIDE)) {
                FigureSource source = source(experiment, Language.ENGLISH);
                List<GridView> grids = onFxThread(() -> nodes(Figure.of(form, source, 1))
                        .filter(GridView.class::isInstance)
                        .map(GridView.class::cast)
                        .toList());
                assertThat(grids).isNotEmpty().allSatisfy(view -> {
                    CellGrid shown =
                            view.grid().orElseThrow().fitted(view.geometry().orElseThrow());
                    double type = view.geometry().orElseThrow().fontSize(shown.longestText());
                    assertThat(type)
                            .as(experiment.title() + " at " + form.width().text())
                            .isGreaterThan(0.45 * form.type().units());
                });
            }
        }
    }

    /** Not a test: many figures to look at. */
    @Test
    void manyFiguresToLookAt() throws IOException {
        String folder = System.getProperty("figures", "");
        if (folder.isEmpty()) {
            return;
        }
        Files.createDirectories(Path.of(folder));
        for (Map.Entry<String, Experiment> document : documents().entrySet()) {
            for (FigurePart part : FigurePart.values()) {
                for (Language language : Language.values()) {
                    FigureGround ground = language == Language.ENGLISH ? FigureGround.LIGHT : FigureGround.DARK;
                    FigureSource source = source(document.getValue(), language);
                    for (FigureRequest form : List.of(PAPER, SLIDE)) {
                        FigureRequest request = on(form.of(part), ground);
                        String name = document.getKey() + "-" + part.key() + "-" + language.file() + "-"
                                + form.width().text().replace(" ", "");
                        ImageIO.write(
                                png(request, source),
                                "png",
                                Path.of(folder, name + ".png").toFile());
                        Files.writeString(
                                Path.of(folder, name + ".svg"), onFxThread(() -> FigurePicture.svg(request, source)));
                    }
                }
            }
        }
    }
}
