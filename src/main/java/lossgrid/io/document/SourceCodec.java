package lossgrid.io.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.document.ObjectForm.Field;
import lossgrid.io.json.JsonNames;
import lossgrid.io.json.JsonText;
import lossgrid.model.document.LabelSource;
import lossgrid.model.encoding.ClassColor;

/**
 * Where labels came from, in a document: {@code {"file", "format", "layout", "type", "bits", "palette"}}, the palette
 * only where there is one.
 */
final class SourceCodec {
    private static final int MOST_BITS = 64;

    private SourceCodec() {}

    static LabelSource read(JsonCursor cursor) throws UnreadableFile {
        ObjectForm form = new ObjectForm(cursor);
        Field<String> file = form.required("file", cursor::text);
        Field<LabelSource.Format> format =
                form.required("format", () -> cursor.oneOf("format", LabelSource.Format.values(), JsonNames::of));
        Field<LabelSource.Layout> layout =
                form.required("layout", () -> cursor.oneOf("layout", LabelSource.Layout.values(), JsonNames::of));
        Field<String> type = form.required("type", cursor::text);
        Field<Integer> bits = form.required("bits", () -> bits(cursor));
        Field<List<Integer>> palette = form.optional("palette", () -> cursor.list(() -> color(cursor)));
        form.read();
        return new LabelSource(
                file.value(), format.value(), layout.value(), type.value(), bits.value(), palette.orElse(List.of()));
    }

    private static int bits(JsonCursor cursor) throws UnreadableFile {
        int bits = cursor.int32();
        if (bits < 1 || bits > MOST_BITS) {
            throw cursor.expected("a number of bits from 1 to " + MOST_BITS);
        }
        return bits;
    }

    private static int color(JsonCursor cursor) throws UnreadableFile {
        Optional<ClassColor> color = ClassColor.parse(cursor.text());
        if (color.isEmpty()) {
            throw cursor.expected("a colour such as \"#e69f00\"");
        }
        return color.get().rgb();
    }

    static String write(LabelSource source) {
        String palette = source.palette().stream()
                .map(rgb -> JsonText.quote(new ClassColor(rgb).toString()))
                .collect(Collectors.joining(", ", "[", "]"));
        return "{\"file\": %s, \"format\": %s, \"layout\": %s, \"type\": %s, \"bits\": %s%s}"
                .formatted(
                        JsonText.quote(source.file()),
                        JsonText.quote(JsonNames.of(source.format())),
                        JsonText.quote(JsonNames.of(source.layout())),
                        JsonText.quote(source.storedType()),
                        source.bits(),
                        source.palette().isEmpty() ? "" : ", \"palette\": " + palette);
    }
}
