package lossgrid.paint.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Optional;
import lossgrid.paint.figure.FigureLength.Unit;
import lossgrid.paint.geometry.Arrangement;
import lossgrid.paint.geometry.GridGeometry;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.geometry.PlaneFit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureRequestTest {
    private static FigureRequest figure(FigureLength width, FigureLength type) {
        return new FigureRequest(
                FigurePart.BOARD, width, type, FigureGround.LIGHT, FigureFormat.PNG, FigureRequest.USUAL_RESOLUTION);
    }

    @ParameterizedTest
    @CsvSource({"85 mm,85,MM", "85mm,85,MM", "8.5 PT,8.5,PT", "'8,5pt',8.5,PT", "1920,1920,PX", " 7 px ,7,PX"})
    void lengthsAreReadAsPeopleWriteThem(String text, double amount, Unit unit) {
        assertThat(FigureLength.parse(text, Unit.PX)).isEqualTo(Optional.of(new FigureLength(amount, unit)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mm", "0 mm", "-3 px", "1e3", "8 em", "NaN", "123456 px", "8 pt pt"})
    void whatIsNotALengthIsNone(String text) {
        assertThat(FigureLength.parse(text, Unit.PX)).isEmpty();
    }

    @Test
    void aWidthOnPaperHasItsPixelsToAnInch() {
        FigureRequest paper = figure(new FigureLength(85, Unit.MM), new FigureLength(8, Unit.PT));
        assertThat(paper.pixels()).isEqualTo(1004);
        assertThat(paper.width().units()).isCloseTo(321.26, offset(0.01));
        assertThat(paper.type().units()).isCloseTo(10.667, offset(0.001));
        assertThat(paper.scale() * paper.width().units()).isCloseTo(1004, offset(1e-9));
        assertThat(figure(FigureLength.px(1920), FigureLength.px(24)).scale()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aLineOfTextIsReadAgain(FigurePart part) {
        FigureRequest request = figure(new FigureLength(12.5, Unit.MM), FigureLength.px(8))
                .of(part)
                .in(FigureFormat.SVG);
        assertThat(FigureRequest.parse(request.text())).isEqualTo(Optional.of(request));
        assertThat(FigureRequest.parse(request.text() + " more")).isEmpty();
    }

    @Test
    void aFigureIsAtLeastAsWideAsATitle() {
        FigureRequest narrow = figure(new FigureLength(20, Unit.MM), new FigureLength(8, Unit.PT));
        assertThat(narrow.isWideEnough()).isFalse();
        assertThat(figure(narrow.leastWidth(), narrow.type()).isWideEnough()).isTrue();
    }

    /** Where numbers fit they are about as large as the other type; the height is no larger than that takes. */
    @ParameterizedTest
    @CsvSource({"2,2,2,2,150", "2,2,2,2,600", "1,3,4,5,320", "1,3,4,5,1900", "3,1,6,2,400", "1,1,1,1,900"})
    void planesAreAsHighAsTheirNumbersNeed(int n, int c, int h, int w, double width) {
        GridShape shape = new GridShape(n, c, h, w, true);
        double unit = 0.82;
        FigureFit fit = FigureFit.of(shape, List.of(7, 6, 5), new PlaneFit(width, 1.5 * width, unit));
        GridGeometry geometry = GridGeometry.fit(shape, fit.arrangement(), new PlaneFit(width, fit.height(), unit));
        assertThat(geometry.showsText(5)).isTrue();
        assertThat(geometry.contentHeight()).isLessThanOrEqualTo(fit.height());
        assertThat(fit.height()).isLessThanOrEqualTo(1.5 * width);
    }

    @Test
    void aLargeMaskFillsTheWidth() {
        GridShape shape = new GridShape(1, 1, 500, 500, true);
        FigureFit fit = FigureFit.of(shape, List.of(4), new PlaneFit(400, 440, 1));
        GridGeometry geometry = GridGeometry.fit(shape, Arrangement.N_DOWN, new PlaneFit(400, fit.height(), 1));
        assertThat(geometry.contentWidth()).isGreaterThan(300);
    }
}
