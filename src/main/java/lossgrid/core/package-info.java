/**
 * Losses, activations and {@code scatter_} with the semantics of PyTorch 1.13.1 on the CPU in float32: the same numbers, the same refusals. Knows
 * {@code java.base} alone.
 */
package lossgrid.core;
