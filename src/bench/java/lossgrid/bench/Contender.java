package lossgrid.bench;

enum Contender {
    LOSSGRID,
    LIBTORCH
}
