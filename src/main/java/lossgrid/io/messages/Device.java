package lossgrid.io.messages;

/** Where PyTorch words an error in this way. */
public enum Device {
    ANY,
    CPU,
    CUDA
}
