package lossgrid.io.json;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import lossgrid.core.array.DType;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.LossResult;
import lossgrid.core.loss.Reduction;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Stage;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * An analysis as one line of JSON: {@code file}, {@code probabilities}, {@code one_hot}, {@code loss_per_pixel}, {@code
 * gradient}, {@code loss}, {@code ledger}. Arrays are {@code {"dtype", "shape", "data"}} with flat data; numbers that
 * are not finite are the strings {@code nan}, {@code inf} and {@code -inf}.
 *
 * <p>Where PyTorch would raise, the value is {@code {"error": {"type", "message"}}}. A stage that is absent because of
 * that repeats the error of what it lacks, the labels' encoding before all else. A stage that means nothing for the
 * document is null: the one-hot of a binary loss whose target has another shape than the logits.
 */
public final class AnalysisJson {
    private static final JsonBinding BINDING = new JsonBinding(new Numbers());

    private record Line(
            String file,
            @Nullable Object probabilities,
            @Nullable Object oneHot,
            @Nullable Object lossPerPixel,
            @Nullable Object gradient,
            @Nullable Object loss,
            @Nullable Object ledger) {}

    private record Ledger(long pixels, long counted, double numerator, double denominator) {}

    private record Array(DType dtype, Shape shape, Tensor data) {
        static Array of(DType dtype, Tensor tensor) {
            return new Array(dtype, tensor.shape(), tensor);
        }

        static Array of(Tensor tensor) {
            return of(DType.FLOAT32, tensor);
        }
    }

    private record Raised(Message error) {
        private record Message(String type, String message) {}

        static Raised of(Stage.Raises<?> thrown) {
            return new Raised(new Message(thrown.type().pythonName(), thrown.message()));
        }
    }

    private static final class Numbers extends JsonModule {
        private static final long serialVersionUID = 1L;

        Numbers() {
            writes(Float.class, (number, json, _) -> number(number, json));
            writes(Double.class, (number, json, _) -> number(number, json));
            writes(double.class, (number, json, _) -> number(number, json));
            writes(Tensor.class, (data, json, _) -> {
                json.writeStartArray();
                for (int i = 0; i < data.size(); i++) {
                    number(data.at(i), json);
                }
                json.writeEndArray();
            });
        }
    }

    private AnalysisJson() {}

    /**
     * Writes one line.
     *
     * @param file what to call the document
     */
    public static void write(String file, Analysis analysis, Writer out) throws IOException {
        BINDING.write(out, JsonLayout.line(), line(file, analysis));
        out.write("\n");
    }

    private static Line line(String file, Analysis analysis) {
        List<Stage<?>> beforeLoss =
                List.of(analysis.encoded(), analysis.activated(), analysis.probabilities(), analysis.oneHot());
        List<Stage<?>> beforeGradient =
                Stream.concat(Stream.of(analysis.loss()), beforeLoss.stream()).toList();
        return new Line(
                file,
                stage(analysis.probabilities(), List.of(), Array::of),
                stage(analysis.oneHot(), List.of(analysis.encoded()), oneHot -> Array.of(oneHot.values())),
                stage(analysis.loss(), beforeLoss, AnalysisJson::lossPerPixel),
                stage(analysis.gradient(), beforeGradient, Array::of),
                stage(
                        analysis.loss(),
                        beforeLoss,
                        loss -> loss.reduction() == Reduction.NONE ? lossPerPixel(loss) : loss.value()),
                stage(
                        analysis.loss(),
                        beforeLoss,
                        loss -> new Ledger(loss.pixels(), loss.counted(), loss.numerator(), loss.denominator())));
    }

    private static Array lossPerPixel(LossResult loss) {
        return Array.of(loss.dtype(), loss.lossPerPixel());
    }

    /** @param needed where to look for the error when the stage is absent, in this order */
    private static <T> @Nullable Object stage(Stage<T> stage, List<Stage<?>> needed, Function<T, Object> form) {
        return switch (stage) {
            case Stage.Computed<T>(var result) -> form.apply(result);
            case Stage.Raises<T> thrown -> Raised.of(thrown);
            case Stage.Absent<T> _ -> {
                Optional<? extends Stage.Raises<?>> cause = needed.stream()
                        .flatMap(before -> before.exception().stream())
                        .findFirst();
                yield cause.isPresent() ? Raised.of(cause.get()) : null;
            }
        };
    }

    private static void number(float number, JsonGenerator json) {
        if (Float.isFinite(number)) {
            json.writeNumber(number);
        } else {
            number((double) number, json);
        }
    }

    private static void number(double number, JsonGenerator json) {
        if (Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeString(Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf");
        }
    }
}
