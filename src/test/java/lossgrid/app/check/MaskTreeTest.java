package lossgrid.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lossgrid.app.check.MaskTree.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskTreeTest {
    @TempDir
    private Path folder;

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "text");
    }

    private static List<Item> walk(Path... roots) {
        List<Item> out = new ArrayList<>();
        new MaskTree(List.of(roots)).forEachRemaining(out::add);
        out.removeIf(item -> item instanceof Item.Folder);
        return out;
    }

    @Test
    void foldersByNameInTheirPlace() throws IOException {
        Path c = file("c.png");
        Path inB = file("b/x.npy");
        Path deep = file("b/a/y.tif");
        Path a = file("a.bmp");
        assertThat(walk(folder))
                .containsExactly(
                        new Item.MaskFile(a, false),
                        new Item.MaskFile(deep, false),
                        new Item.MaskFile(inB, false),
                        new Item.MaskFile(c, false));
    }

    @Test
    void namedFilesAreReadWhateverTheyAreCalled() throws IOException {
        Path json = file("a.json");
        assertThat(walk(json)).containsExactly(new Item.MaskFile(json, true));
        assertThat(walk(folder)).containsExactly(new Item.Other(json));
    }

    @Test
    void emptyFoldersAreNothing() throws IOException {
        Files.createDirectories(folder.resolve("a/b/c"));
        assertThat(walk(folder)).isEmpty();
        assertThat(walk()).isEmpty();
    }

    @Test
    void aLinkToAFolderAboveIsNotFollowed() throws IOException {
        Path mask = file("a/mask.png");
        Files.createSymbolicLink(folder.resolve("a/loop"), folder);
        assertThat(walk(folder)).containsExactly(new Item.MaskFile(mask, false));
    }

    @Test
    void aLinkToAnotherFolderIsFollowed() throws IOException {
        file("data/mask.png");
        Path set = Files.createDirectories(folder.resolve("set"));
        Files.createSymbolicLink(set.resolve("train"), folder.resolve("data"));
        assertThat(walk(set)).containsExactly(new Item.MaskFile(set.resolve("train/mask.png"), false));
    }

    @Test
    void aHiddenFolderIsPassedOverUnlessNamed() throws IOException {
        Path mask = file(".cache/mask.png");
        assertThat(walk(folder)).containsExactly(new Item.Other(folder.resolve(".cache")));
        assertThat(walk(folder.resolve(".cache"))).containsExactly(new Item.MaskFile(mask, false));
    }
}
