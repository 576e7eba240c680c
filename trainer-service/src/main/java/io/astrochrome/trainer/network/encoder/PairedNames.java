package io.astrochrome.trainer.network.encoder;

import io.astrochrome.trainer.network.layer.BatchNorm;
import io.astrochrome.trainer.network.layer.Conv;
import io.astrochrome.trainer.network.layer.Gain;
import io.astrochrome.trainer.network.layer.MaxPool;
import io.astrochrome.trainer.network.layer.Ops;
import io.astrochrome.trainer.network.layer.Upsampling;
import java.util.LinkedHashMap;
import java.util.Map;

/** The interpreter that notes which normalisation follows which convolution; what it hands on is the last layer's name. */
final class PairedNames implements Ops<String> {
    private final Map<String, String> normByConv = new LinkedHashMap<>();

    Map<String, String> normByConv() {
        return normByConv;
    }

    @Override
    public String conv(String x, Conv conv) {
        return conv.name();
    }

    @Override
    public String batchNorm(String x, BatchNorm norm) {
        normByConv.put(x, norm.name());
        return norm.name();
    }

    @Override
    public String relu(String x) {
        return x;
    }

    @Override
    public String relu6(String x) {
        return x;
    }

    @Override
    public String leakyRelu(String x, double slope) {
        return x;
    }

    @Override
    public String silu(String x) {
        return x;
    }

    @Override
    public String sigmoid(String x) {
        return x;
    }

    @Override
    public String tanh(String x) {
        return x;
    }

    @Override
    public String add(String a, String b) {
        return a;
    }

    @Override
    public String multiply(String a, String b) {
        return a;
    }

    @Override
    public String concat(String a, String b) {
        return a;
    }

    @Override
    public String globalMean(String x) {
        return x;
    }

    @Override
    public String maxPool(String x, MaxPool pool) {
        return x;
    }

    @Override
    public String doubled(String x, Upsampling upsampling) {
        return x;
    }

    @Override
    public String dropout(String x, double probability) {
        return x;
    }

    @Override
    public String attend(String q, String k, String v) {
        return v;
    }

    @Override
    public String gain(String x, Gain gain) {
        return x;
    }
}
