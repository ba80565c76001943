package lossgrid.core.array;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lossgrid.core.label.Scatter;
import lossgrid.core.loss.ByHandLosses;
import lossgrid.core.loss.Reduction;
import org.junit.jupiter.api.Test;

/** Results of a mistaken size raise before they exhaust the memory. */
class AllocationLimitTest {
    private static final String REFUSAL =
            "[enforce fail at alloc_cpu.cpp:66] . DefaultCPUAllocator: can't allocate memory: you tried to allocate %s"
                    + " bytes. Error code 12 (Cannot allocate memory)";

    @Test
    void oneGibibyteIsTheMost() {
        assertThatCode(() -> AllocationLimit.require(1L << 28, Float.BYTES)).doesNotThrowAnyException();
        assertThatThrownBy(() -> AllocationLimit.require((1L << 28) + 1, Float.BYTES))
                .hasMessage(REFUSAL.formatted("1073741828"));
    }

    @Test
    void theNumberOfBytesMayLeaveALong() {
        assertThatThrownBy(() -> AllocationLimit.require(Long.MAX_VALUE, Long.BYTES))
                .isInstanceOf(TorchException.class)
                .hasMessage(REFUSAL.formatted("9223372036854775807"));
    }

    @Test
    void aLabelOf255BillionNeedsTooManyClasses() {
        LabelArray labels = LabelArray.ofLongs(DType.INT64, Shape.of(1), 255_000_000_000L);
        assertThatThrownBy(() -> Scatter.oneHot(labels)).hasMessage(REFUSAL.formatted("2040000000008"));
        LabelArray largest = LabelArray.ofLongs(DType.INT64, Shape.of(1), Long.MAX_VALUE - 1);
        assertThatThrownBy(() -> Scatter.oneHot(largest)).isInstanceOf(TorchException.class);
    }

    @Test
    void aWeightThatBroadcastsIntoTheImmense() {
        Shape tall = Shape.of(1 << 16, 1);
        assertThatThrownBy(() -> ByHandLosses.binary(
                        Tensor.zeros(tall), Tensor.zeros(Shape.of(1, 1 << 16)).toLabels(), null, null, Reduction.SUM))
                .isInstanceOf(TorchException.class)
                .hasMessageStartingWith("[enforce fail at alloc_cpu.cpp:66]");
    }
}
