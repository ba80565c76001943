package lossgrid.paint;

/** Colours as eyes see them: CIELAB, differences by CIEDE2000, and colour blindness by Machado, Oliveira and Fernandes (2009), severity 1. */
final class Vision {
    static final Vision FULL = new Vision("full", new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    static final Vision PROTANOPIA = new Vision("protanopia", new double[][] {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    });
    static final Vision DEUTERANOPIA = new Vision("deuteranopia", new double[][] {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    });

    /** Linear sRGB to XYZ, D65. */
    private static final double[][] XYZ = {
        {0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}
    };

    private final String name;
    private final double[][] matrix;

    private Vision(String name, double[][] matrix) {
        this.name = name;
        this.matrix = matrix;
    }

    @Override
    public String toString() {
        return name;
    }

    /** L*, a*, b*. */
    double[] lab(int argb) {
        double[] rgb = multiply(
                matrix, new double[] {linear(argb >> 16 & 0xff), linear(argb >> 8 & 0xff), linear(argb & 0xff)});
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = Math.clamp(rgb[i], 0, 1);
        }
        double[] xyz = multiply(XYZ, rgb);
        double[] white = multiply(XYZ, new double[] {1, 1, 1});
        double x = curve(xyz[0] / white[0]);
        double y = curve(xyz[1] / white[1]);
        double z = curve(xyz[2] / white[2]);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    double difference(int argb, int other) {
        return ciede2000(lab(argb), lab(other));
    }

    private static double[] multiply(double[][] matrix, double[] vector) {
        double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                out[i] += matrix[i][j] * vector[j];
            }
        }
        return out;
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static double curve(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    private static double ciede2000(double[] p, double[] q) {
        double meanChroma = (Math.hypot(p[1], p[2]) + Math.hypot(q[1], q[2])) / 2;
        double g = 1 + 0.5 * (1 - saturation(meanChroma));
        double c1 = Math.hypot(g * p[1], p[2]);
        double c2 = Math.hypot(g * q[1], q[2]);
        double h1 = hue(g * p[1], p[2]);
        double h2 = hue(g * q[1], q[2]);
        double turn = c1 * c2 == 0 ? 0 : Math.IEEEremainder(h2 - h1, 360);
        double hue = c1 * c2 == 0 ? h1 + h2 : h1 + turn / 2;
        double lightness = (p[0] + q[0]) / 2 - 50;
        double chroma = (c1 + c2) / 2;
        double t = 1 - 0.17 * cos(hue - 30) + 0.24 * cos(2 * hue) + 0.32 * cos(3 * hue + 6) - 0.20 * cos(4 * hue - 63);
        double dl = (q[0] - p[0]) / (1 + 0.015 * lightness * lightness / Math.sqrt(20 + lightness * lightness));
        double dc = (c2 - c1) / (1 + 0.045 * chroma);
        double dh = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(turn / 2)) / (1 + 0.015 * chroma * t);
        double blue = (Math.floorMod(Math.round(hue), 360) - 275) / 25.0;
        double rotation = -2 * saturation(chroma) * Math.sin(Math.toRadians(60 * Math.exp(-blue * blue)));
        return Math.sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh);
    }

    private static double saturation(double chroma) {
        return Math.sqrt(Math.pow(chroma, 7) / (Math.pow(chroma, 7) + Math.pow(25, 7)));
    }

    private static double hue(double a, double b) {
        return (Math.toDegrees(Math.atan2(b, a)) + 360) % 360;
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
