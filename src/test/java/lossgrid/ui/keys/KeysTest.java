package lossgrid.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

/** Each key has one meaning, wherever the focus is. */
class KeysTest {
    private static Map<String, Set<KeyHelp>> meanings(Stream<? extends KeyHelp> keys) {
        return keys.flatMap(key ->
                        key.combinations().stream().map(combination -> Map.entry(named(combination), (KeyHelp) key)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    private static String named(KeyCombination combination) {
        return combination.getDisplayText();
    }

    @Test
    void noKeyOfTheWindowMeansTwoThings() {
        Stream<KeyHelp> keys = Stream.concat(Stream.of(Shortcut.values()), Stream.of(CellCommand.values()));
        assertThat(meanings(keys))
                .allSatisfy((key, meaning) -> assertThat(meaning).as(key).hasSize(1));
    }

    /** Enter, Tab and Escape have other meanings in an open editor; these are left out here. */
    @Test
    void noKeyOfTheCellsMeansAnythingElse() {
        Stream<KeyHelp> keys = Stream.of(
                        Stream.of(LocalKey.values())
                                .filter(key -> key.group() == KeyHelp.Group.CELLS)
                                .filter(key -> key != LocalKey.TAKE_AND_DOWN),
                        Stream.of(Shortcut.values()),
                        Stream.of(CellCommand.values()))
                .flatMap(part -> part);
        assertThat(meanings(keys))
                .allSatisfy((key, meaning) -> assertThat(meaning).as(key).hasSize(1));
    }
}
