package io.astrochrome.bench.training;

import io.astrochrome.trainer.engine.ConvolutionWay;
import io.astrochrome.trainer.engine.EngineCheck;
import io.astrochrome.trainer.network.layer.BatchNorm;
import io.astrochrome.trainer.network.layer.Conv;
import io.astrochrome.trainer.network.layer.ConvShape;
import io.astrochrome.trainer.network.layer.Gain;
import io.astrochrome.trainer.network.layer.MaxPool;
import io.astrochrome.trainer.network.layer.Ops;
import io.astrochrome.trainer.network.layer.Padding;
import io.astrochrome.trainer.network.layer.Upsampling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The interpreter that writes a network's training step as TorchScript, to be run inside libtorch in one call: the measure
 * of what going through Java operation by operation costs. Parameters are {@code xs}, running statistics {@code bs}, in the
 * order of their first use.
 */
final class ScriptOps implements Ops<String> {
    private static final String HEAD = """
            class Autograd(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              def step(self: __torch__.Autograd,
                x: Tensor,
                target: Tensor,
                xs: List[Tensor],
                bs: List[Tensor]) -> List[Tensor]:
            """;
    private final StringBuilder body = new StringBuilder();
    private final List<String> parameters = new ArrayList<>();
    private final List<String> statistics = new ArrayList<>();
    private int values;

    /** The whole module, whose step takes the mean absolute difference between {@code result} and a target. */
    String code(String result) {
        return HEAD + body + String.format(Locale.ROOT, """
                            loss = torch.mean(torch.abs(torch.sub(%s, target)))
                            gs = torch.grad([loss], xs, None, False, False, False)
                            out = annotate(List[Tensor], [])
                            for i in range(torch.len(gs)):
                              g = gs[i]
                              _0 = torch.append(out, torch.contiguous(unchecked_cast(Tensor, g)))
                            return out
                        """, result);
    }

    List<String> parameters() {
        return parameters;
    }

    List<String> statistics() {
        return statistics;
    }

    private String line(String expression, Object... arguments) {
        String name = "v" + values++;
        body.append("    ").append(name).append(" = ");
        body.append(String.format(Locale.ROOT, expression, arguments)).append('\n');
        return name;
    }

    private String parameter(String name) {
        parameters.add(name);
        return "xs[" + (parameters.size() - 1) + "]";
    }

    private String statistic(String name) {
        statistics.add(name);
        return "bs[" + (statistics.size() - 1) + "]";
    }

    @Override
    public String conv(String x, Conv conv) {
        String weight = parameter(conv.name() + ".weight");
        String bias = conv.bias() ? parameter(conv.name() + ".bias") : "None";
        ConvShape shape = conv.shape();
        return switch (EngineCheck.way(shape)) {
            case PLAIN -> convolved(padded(x, shape.padding(), 0), weight, bias, shape);
            case PADDED -> widened(x, weight, bias, shape);
            case UNFOLDED -> unfolded(padded(x, shape.padding(), 0), weight, bias, shape);
        };
    }

    private String padded(String x, Padding padding, int channels) {
        if (padding.even() && channels == 0) {
            return x;
        }
        int before = padding.even() ? 0 : padding.before();
        int after = padding.even() ? 0 : padding.after();
        return line("torch.constant_pad_nd(%s, [%d, %d, %d, %d, 0, %d], 0)", x, before, after, before, after, channels);
    }

    private String convolved(String x, String weight, String bias, ConvShape shape) {
        int even = ConvolutionWay.even(shape.padding());
        return line(
                "torch.conv2d(%s, %s, %s, [%d, %d], [%d, %d], [1, 1], %d)",
                x, weight, bias, shape.stride(), shape.stride(), even, even, shape.groups());
    }

    private String widened(String x, String weight, String bias, ConvShape shape) {
        int in = ConvolutionWay.zeros(shape, shape.in());
        int out = ConvolutionWay.zeros(shape, shape.out());
        String wideWeight = line("torch.constant_pad_nd(%s, [0, 0, 0, 0, 0, %d, 0, %d], 0)", weight, in, out);
        String wideBias = shape.bias() ? line("torch.constant_pad_nd(%s, [0, %d], 0)", bias, out) : bias;
        String wide = convolved(padded(x, shape.padding(), in), wideWeight, wideBias, shape);
        return line("torch.slice(%s, 1, 0, %d, 1)", wide, shape.out());
    }

    private String unfolded(String x, String weight, String bias, ConvShape shape) {
        int even = ConvolutionWay.even(shape.padding());
        int kernel = shape.kernel();
        int stride = shape.stride();
        int taps = shape.in() / shape.groups() * kernel * kernel;
        String windows = line(
                "torch.im2col(%s, [%d, %d], [1, 1], [%d, %d], [%d, %d])",
                x, kernel, kernel, even, even, stride, stride);
        String grouped = line(
                "torch.reshape(%s, [torch.size(%s, 0), %d, %d, torch.size(%s, 2)])",
                windows, x, shape.groups(), taps, windows);
        String matrices =
                line("torch.reshape(%s, [%d, %d, %d])", weight, shape.groups(), shape.out() / shape.groups(), taps);
        String product = line("torch.matmul(%s, %s)", matrices, grouped);
        String side = "torch.add(torch.floordiv(torch.add(torch.size(%s, %d), %d), %d), 1)";
        String rows = String.format(Locale.ROOT, side, x, 2, 2 * even - kernel, stride);
        String columns = String.format(Locale.ROOT, side, x, 3, 2 * even - kernel, stride);
        String y = line("torch.reshape(%s, [torch.size(%s, 0), %d, %s, %s])", product, x, shape.out(), rows, columns);
        return shape.bias() ? line("torch.add(%s, torch.reshape(%s, [1, %d, 1, 1]))", y, bias, shape.out()) : y;
    }

    @Override
    public String batchNorm(String x, BatchNorm norm) {
        return line(
                "torch.batch_norm(%s, %s, %s, %s, %s, True, %s, %s, False)",
                x,
                parameter(norm.name() + ".weight"),
                parameter(norm.name() + ".bias"),
                statistic(norm.name() + ".running_mean"),
                statistic(norm.name() + ".running_var"),
                norm.momentum(),
                String.format(Locale.ROOT, "%.9f", norm.epsilon()));
    }

    @Override
    public String relu(String x) {
        return line("torch.relu(%s)", x);
    }

    @Override
    public String relu6(String x) {
        return line("torch.clamp(%s, 0., 6.)", x);
    }

    @Override
    public String leakyRelu(String x, double slope) {
        return line("torch.leaky_relu(%s, %s)", x, slope);
    }

    @Override
    public String silu(String x) {
        return line("torch.silu(%s)", x);
    }

    @Override
    public String sigmoid(String x) {
        return line("torch.sigmoid(%s)", x);
    }

    @Override
    public String tanh(String x) {
        return line("torch.tanh(%s)", x);
    }

    @Override
    public String add(String a, String b) {
        return line("torch.add(%s, %s)", a, b);
    }

    @Override
    public String multiply(String a, String b) {
        return line("torch.mul(%s, %s)", a, b);
    }

    @Override
    public String concat(String a, String b) {
        return line("torch.cat([%s, %s], 1)", a, b);
    }

    @Override
    public String globalMean(String x) {
        return line("torch.adaptive_avg_pool2d(%s, [1, 1])", x);
    }

    @Override
    public String maxPool(String x, MaxPool pool) {
        int even = pool.padding().even() ? pool.padding().before() : 0;
        return line(
                "torch.max_pool2d(%s, [%d, %d], [%d, %d], [%d, %d], [1, 1], %s)",
                x,
                pool.kernel(),
                pool.kernel(),
                pool.stride(),
                pool.stride(),
                even,
                even,
                pool.padding().even() ? "False" : "True");
    }

    @Override
    public String doubled(String x, Upsampling upsampling) {
        return switch (upsampling) {
            case NEAREST -> line("torch.upsample_nearest2d(%s, None, [2., 2.])", x);
            case BILINEAR -> line("torch.upsample_bilinear2d(%s, None, False, [2., 2.])", x);
        };
    }

    @Override
    public String dropout(String x, double probability) {
        return probability > 0 ? line("torch.dropout(%s, %s, True)", x, probability) : x;
    }

    @Override
    public String attend(String q, String k, String v) {
        String queries = line("torch.transpose(torch.flatten(%s, 2), 1, 2)", q);
        String shares = line("torch.softmax(torch.bmm(%s, torch.flatten(%s, 2)), 2)", queries, k);
        String mixed = line("torch.bmm(torch.flatten(%s, 2), torch.transpose(%s, 1, 2))", v, shares);
        return line("torch.reshape(%s, torch.size(%s))", mixed, v);
    }

    @Override
    public String gain(String x, Gain gain) {
        return line("torch.mul(%s, %s)", x, parameter(gain.name()));
    }
}
