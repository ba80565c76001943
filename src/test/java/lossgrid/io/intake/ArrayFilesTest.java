package lossgrid.io.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.fixtures.PngFile;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.npy.NpyCodec;
import lossgrid.model.document.LabelSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrayFilesTest {
    @TempDir
    private Path folder;

    private static LoadedArray read(String text, String name) throws UnreadableFile {
        return ArrayFiles.read(text.getBytes(StandardCharsets.UTF_8), name).getFirst();
    }

    @Test
    void tablesAndLists() throws UnreadableFile {
        LoadedArray table = read("0,1,2\n2,1,0\n", "mask.csv");
        assertThat(table.array()).isEqualTo(LabelArray.ofLongs(DType.INT64, Shape.of(2, 3), 0, 1, 2, 2, 1, 0));
        assertThat(table.source().format()).isEqualTo(LabelSource.Format.CSV);
        assertThat(read("0\t1\n1\t0\n", "mask.tsv").array().shape()).isEqualTo(Shape.of(2, 2));
        LoadedArray list = read("[[[0.5, 1.0]], [[2.0, -1.0]]]", "logits.txt");
        assertThat(list.array()).isEqualTo(LabelArray.ofDoubles(DType.FLOAT64, Shape.of(2, 1, 2), 0.5, 1.0, 2.0, -1.0));
        assertThat(list.source().format()).isEqualTo(LabelSource.Format.TEXT);
        assertThat(list.source().layout()).isEqualTo(LabelSource.Layout.TEXT);
    }

    @Test
    void firstBytesCountBeforeTheEnding() throws UnreadableFile {
        byte[] png = PngFile.of(2, 2, 8, PngFile.GREY, false, i -> i);
        assertThat(ArrayFiles.read(png, "mask.csv").getFirst().source().format())
                .isEqualTo(LabelSource.Format.PNG);
        assertThatThrownBy(() -> read("1 2 3", "mask.png"))
                .hasMessage("mask.png: named .png, but it contains something else");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mask.csv | 0,1\\n2 | mask.csv: line 2, column 1: rows, planes or lists have different lengths",
                "names.csv | name,size | names.csv: line 1, column 1: \"name\" is not a number",
                "a.txt | '' | a.txt: the file is empty",
                "a.txt | \\n | a.txt: line 1, column 1: the file contains no numbers",
                "a.txt | [[0 1] [1 ... 2]] | a.txt: line 1, column 11: values are omitted with \"...\"",
                "a.txt | [1, 2 | a.txt: line 1, column 1: the brackets do not match"
            })
    void whatIsNoArrayIsNamedWithItsPlace(String name, String text, String message) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n"), name))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "FFD8FFE0, this is a JPEG", "474946383961, this is a GIF", "1F8B08, this is compressed with gzip",
        "894844460D0A, this is an HDF5", "8002, this is a Python pickle", "49492B00, this is a BigTIFF",
        "4D41544C414220352E30, this is a MATLAB", "FF00, neither a known kind of file nor text in UTF-8"
    })
    void otherKindsAreNamed(String bytes, String message) {
        byte[] file = HexFormat.of().parseHex(bytes);
        assertThatThrownBy(() -> ArrayFiles.read(file, "mask"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(message);
    }

    @Test
    void filesThatCannotBeOpenedAreNamed() throws IOException {
        assertThatThrownBy(() -> ArrayFiles.open(folder.resolve("none.png")))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("none.png: there is no such file");
        assertThatThrownBy(() -> ArrayFiles.open(folder))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageEndingWith(": this is a folder");
        Path file = Files.write(folder.resolve("标签.png"), PngFile.of(2, 1, 8, PngFile.GREY, false, i -> i));
        LoadedArray read = ArrayFiles.open(file).getFirst();
        assertThat(read.name()).isEqualTo("标签.png");
        assertThat(read.source().file()).isEqualTo("标签.png");
    }

    private static LoadedArray npy(LabelArray array) throws UnreadableFile {
        return ArrayFiles.read(NpyCodec.write(array), "x.npy").getFirst();
    }

    @Test
    void logitsTakeTheShapeOfABatch() throws UnreadableFile {
        for (Shape shape : new Shape[] {Shape.of(2, 3), Shape.of(1, 2, 3), Shape.of(1, 1, 2, 3)}) {
            LabelArray array = LabelArray.ofDoubles(DType.FLOAT32, shape, i -> i - 0.5);
            assertThat(ArrayFiles.toLogits(npy(array))).isEqualTo(Tensor.generate(Shape.of(1, 1, 2, 3), i -> i - 0.5f));
        }
        assertThat(ArrayFiles.toLogits(read("1,2\n3,4", "x.csv")))
                .isEqualTo(Tensor.of(Shape.of(1, 1, 2, 2), 1, 2, 3, 4));
    }

    @Test
    void whatAreNoLogitsIsSaid() {
        assertThatThrownBy(() -> ArrayFiles.toLogits(npy(LabelArray.ofLongs(DType.INT64, Shape.of(1, 1), 1))))
                .hasMessage("x.npy: logits must be floating-point numbers, not int64");
        assertThatThrownBy(() -> ArrayFiles.toLogits(npy(LabelArray.ofDoubles(DType.FLOAT32, Shape.of(1), 1))))
                .hasMessage("x.npy: logits must be [N, C, H, W], [C, H, W] or [H, W], not [1]");
        assertThatThrownBy(
                        () -> ArrayFiles.toLogits(npy(LabelArray.ofDoubles(DType.FLOAT64, Shape.of(1, 2), 1, 1e300))))
                .hasMessage("x.npy: element 1: 1.0E300 is out of the range of float32");
    }

    @ParameterizedTest
    @CsvSource({
        "a.pt, 504B0304, true", "a.webp, 52494646, true", "a.nii, 5C010000, true", "a.jpg, FFD8FF, true",
        "a.json, 504B0304, false", "a, 7B7D, false", "a.txt, 7B7D, true", "a.lossgrid, 20EFBBBF, true",
        "a.lossgrid, EFBBBF0A7B7D, false", "a, 5B5D, false", "a, '', true"
    })
    void aFileThatDoesNotBeginAsJsonIsNoDocument(String name, String bytes, boolean isArray) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, HexFormat.of().parseHex(bytes));
        assertThat(ArrayFiles.isArray(file)).isEqualTo(isArray);
    }

    @Test
    void aVolumeIsNotCalledAWrongText() {
        byte[] nifti = HexFormat.of().parseHex("5C0100000000000000000000");
        assertThatThrownBy(() -> ArrayFiles.read(nifti, "brain.nii"))
                .hasMessage("brain.nii: neither a known kind of file nor text in UTF-8");
    }
}
