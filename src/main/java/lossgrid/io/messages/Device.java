package lossgrid.io.messages;

/** The device on which PyTorch words an error in this way. */
public enum Device {
    ANY,
    CPU,
    CUDA
}
