package lossgrid.ui.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Scalar;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.OneAtATime;
import lossgrid.io.document.Lesson;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.document.Experiment;
import lossgrid.paint.grid.CellGrid;
import lossgrid.ui.board.CardContent;
import lossgrid.ui.board.CardContentBuilder;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.Theme;
import lossgrid.ui.session.BoardFacts;
import lossgrid.ui.session.CardKind;
import lossgrid.words.Language;
import lossgrid.words.SideText;
import lossgrid.words.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Pictures of the board as SVG are XML, and hold what the board shows. */
@OneAtATime
class BoardSvgTest {
    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private static <T> T onFxThread(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
    }

    private static BoardPicture.Form form(Language language, Theme theme, PicturePart part) {
        return new BoardPicture.Form(1920, 1080, 1, language, theme, part);
    }

    private static String svg(Experiment experiment, Language language, Theme theme, PicturePart part) {
        return onFxThread(() -> BoardPicture.svg(experiment, form(language, theme, part), _ -> {}));
    }

    private static String svg(Experiment experiment, PicturePart part) {
        return svg(experiment, Language.ENGLISH, Theme.LIGHT, part);
    }

    private static Document parse(String svg) throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document document) {
        NodeList nodes = document.getElementsByTagName("text");
        List<String> out = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            out.add(nodes.item(i).getTextContent());
        }
        return out;
    }

    @ParameterizedTest
    @CsvSource({
        "TWO_CHANNEL, ENGLISH, LIGHT",
        "SINGLE_CHANNEL, CHINESE, DARK",
        "ASYMMETRIC, CHINESE, LIGHT",
    })
    void theBoardHoldsEveryCellAndTheLossAsText(Lesson lesson, Language language, Theme theme)
            throws ParserConfigurationException, IOException, SAXException {
        Experiment experiment = lesson.open();
        List<String> texts = texts(parse(svg(experiment, language, theme, PicturePart.WINDOW)));
        Analysis analysis = Analyzer.analyze(experiment);
        Messages messages = new Messages(language);
        String loss = "%.4f".formatted(analysis.loss().value().orElseThrow().value());
        SideText counted = experiment.isBinary() ? SideText.LEDGER_VALUES_COUNTED : SideText.LEDGER_COUNTED;
        assertThat(texts).contains(loss, messages.get(Text.MEAN_LOSS), messages.get(counted));
        for (CardKind kind : CardKind.values()) {
            CardContent content = CardContentBuilder.of(kind, BoardFacts.of(analysis), messages);
            assertThat(texts).contains(messages.get(content.title()));
            CellGrid grid = content.grid().orElseThrow();
            List<String> cells = cellTexts(parse(svg(experiment, language, theme, PicturePart.of(kind))));
            assertThat(cells)
                    .as(kind.name())
                    .hasSize(grid.shape().planes() * grid.shape().planeSize());
            int i = 0;
            for (int plane = 0; plane < grid.shape().planes(); plane++) {
                for (int cell = 0; cell < grid.shape().planeSize(); cell++) {
                    assertShows(cells.get(i++), grid.text(plane, cell));
                }
            }
        }
    }

    /** Texts inside the grid, without the planes' titles. */
    private static List<String> cellTexts(Document document) {
        NodeList nodes = document.getElementsByTagName("text");
        List<String> out = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Element text = (Element) nodes.item(i);
            boolean inGrid = ((Element) text.getParentNode()).hasAttribute("text-anchor");
            if (inGrid && !text.getTextContent().startsWith("n=")) {
                out.add(text.getTextContent());
            }
        }
        return out;
    }

    /** Small cells show fewer digits. */
    private static void assertShows(String shown, String whole) {
        if (shown.length() == whole.length() || !whole.contains(".")) {
            assertThat(shown).isEqualTo(whole);
        } else {
            assertThat(Double.parseDouble(shown)).isCloseTo(Double.parseDouble(whole), offset(0.051));
        }
    }

    @Test
    void theSameDocumentGivesTheSameSvg() {
        Experiment experiment = Lesson.ASYMMETRIC.open();
        assertThat(svg(experiment, PicturePart.BOARD)).isEqualTo(svg(experiment, PicturePart.BOARD));
    }

    @Test
    void oddValuesRefusalsAndHostileTitlesAreStillXml() throws ParserConfigurationException, IOException, SAXException {
        Experiment lesson = Lesson.TWO_CHANNEL.open();
        Experiment odd = lesson.withTitle("<a> & \"b\" \u0001\uffff\ud800")
                .withClasses(List.of("<none>", "物体"))
                .withLogits(lesson.logits().with(0, Float.NaN).with(1, Float.POSITIVE_INFINITY))
                .withLabels(lesson.labels().with(3, new Scalar.Whole(255)));
        Document thrown = parse(svg(odd, PicturePart.WINDOW));
        assertThat(texts(thrown)).contains("NaN", "∞", "255");
        assertThat(String.join(" ", texts(thrown))).contains("Target 255 is out of");
        Experiment ignoring = odd.withOptions(odd.options().withIgnoreIndex(255));
        Document ignored = parse(svg(ignoring, PicturePart.LABELS));
        assertThat(texts(ignored)).contains("0 <none>", "1 物体");
        NodeList hatches = ignored.getElementsByTagName("line");
        assertThat(hatches.getLength()).isGreaterThan(3);
        assertThat(((Element) hatches.item(0)).getAttribute("stroke")).matches("#[0-9a-f]{6}");
    }

    @Test
    void specialValuesHaveTheMarksOfTheWindow() throws ParserConfigurationException, IOException, SAXException {
        Experiment plain = Lesson.TWO_CHANNEL.open();
        Document usual = parse(svg(plain, PicturePart.LOGITS));
        Document nan = parse(svg(plain.withLogits(plain.logits().with(2, Float.NaN)), PicturePart.LOGITS));
        Document infinite =
                parse(svg(plain.withLogits(plain.logits().with(2, Float.POSITIVE_INFINITY)), PicturePart.LOGITS));
        assertThat(count(nan, "line") - count(usual, "line")).isEqualTo(4);
        assertThat(count(nan, "path")).isEqualTo(count(usual, "path"));
        assertThat(count(infinite, "line")).isEqualTo(count(usual, "line"));
        assertThat(count(infinite, "path") - count(usual, "path")).isEqualTo(1);
    }

    private static int count(Document document, String element) {
        return document.getElementsByTagName(element).getLength();
    }

    @Test
    void themesDifferInColoursOnly() {
        Experiment experiment = Lesson.TWO_CHANNEL.open();
        String light = svg(experiment, Language.ENGLISH, Theme.LIGHT, PicturePart.BOARD);
        String dark = svg(experiment, Language.ENGLISH, Theme.DARK, PicturePart.BOARD);
        assertThat(light).isNotEqualTo(dark);
        assertThat(withoutPaints(light)).isEqualTo(withoutPaints(dark));
        onFxThread(() -> {
            Theme.LIGHT.apply();
            return true;
        });
    }

    private static String withoutPaints(String svg) {
        return svg.replaceAll("(fill|stroke)(-opacity)?=\"[#0-9a-f.]+\"", "")
                .replaceAll("base64,[^\"]*", "")
                .replaceAll(" +", " ");
    }

    @Test
    void fineGridsArePictures() throws ParserConfigurationException, IOException, SAXException {
        Shape shape = Shape.of(1, 2, 80, 100);
        Experiment large = Lesson.TWO_CHANNEL
                .open()
                .withLogits(Tensor.generate(shape, i -> i % 7 - 3))
                .withLabels(LabelArray.ofLongs(DType.INT64, shape.remove(1), i -> i % 2));
        Document document = parse(svg(large, PicturePart.WINDOW));
        List<Element> images = imagesInGrids(document);
        assertThat(images).hasSize(2 + 2 + 1 + 2 + 1 + 2);
        assertThat(images.getFirst().getAttribute("xlink:href")).startsWith("data:image/png;base64,iVBOR");
    }

    private static List<Element> imagesInGrids(Document document) {
        NodeList images = document.getElementsByTagName("image");
        List<Element> out = new ArrayList<>();
        for (int i = 0; i < images.getLength(); i++) {
            Element image = (Element) images.item(i);
            if (((Element) image.getParentNode()).hasAttribute("text-anchor")) {
                out.add(image);
            }
        }
        return out;
    }

    @Test
    void formulasAreOutlinesThatSayWhatTheyAre() throws ParserConfigurationException, IOException, SAXException {
        Document document = parse(svg(Lesson.TWO_CHANNEL.open(), PicturePart.BOARD));
        NodeList groups = document.getElementsByTagName("g");
        List<String> formulas = new ArrayList<>();
        for (int i = 0; i < groups.getLength(); i++) {
            Element group = (Element) groups.item(i);
            if (group.hasAttribute("aria-label")) {
                formulas.add(group.getAttribute("aria-label"));
                assertThat(group.getElementsByTagName("path").getLength()).isPositive();
            }
        }
        assertThat(formulas).hasSizeGreaterThan(2).anyMatch(formula -> formula.contains("log"));
    }

    @Test
    void aCardAloneIsAsLargeAsOnTheBoardAndHasTransparentCorners() {
        Experiment experiment = Lesson.TWO_CHANNEL.open();
        BoardPicture.Form card = form(Language.ENGLISH, Theme.LIGHT, PicturePart.LOSS);
        BufferedImage once = onFxThread(() -> BoardPicture.draw(experiment, card, _ -> {}));
        BufferedImage thrice = onFxThread(() -> BoardPicture.draw(experiment, card.withScale(3), _ -> {}));
        assertThat(thrice.getWidth()).isEqualTo(3 * once.getWidth());
        assertThat(thrice.getHeight()).isEqualTo(3 * once.getHeight());
        assertThat(once.getRGB(0, 0) >>> 24).isLessThan(64);
        assertThat(once.getRGB(once.getWidth() / 2, 4) >>> 24).isEqualTo(255);
    }
}
