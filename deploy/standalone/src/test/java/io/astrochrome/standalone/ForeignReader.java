package io.astrochrome.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads what the stream has written as a stranger would: a plain Kafka consumer, safetensors by their description, S3 with
 * requests signed by hand (AWS Signature Version 4), and PSNR by the formulas of IEC 61966-2-1 and CIE 15. None of the
 * project's own code is used.
 */
final class ForeignReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EMPTY_SHA = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final String bootstrapServers;
    private final URI store;
    private final String secretKey;

    ForeignReader(String bootstrapServers, URI store, String secretKey) {
        this.bootstrapServers = bootstrapServers;
        this.store = store;
        this.secretKey = secretKey;
    }

    /** Every value of a topic, from its beginning to its present end. */
    List<byte[]> values(String topic) {
        var values = new ArrayList<byte[]>();
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    /** The JSON value of a topic that is about a frame. */
    Optional<JsonNode> about(String topic, String frameId) throws IOException {
        for (var value : values(topic)) {
            var json = JSON.readTree(value);
            if (json.path("frameId").asText().equals(frameId)) {
                return Optional.of(json);
            }
        }
        return Optional.empty();
    }

    /** The safetensors value of a topic that is about a frame. */
    Optional<Tensors> tensorsAbout(String topic, String frameId) throws IOException {
        for (var value : values(topic)) {
            var tensors = Tensors.read(value);
            if (tensors.event.path("frame").path("frameId").asText().equals(frameId)) {
                return Optional.of(tensors);
            }
        }
        return Optional.empty();
    }

    /** A file of tensors, with the event in its metadata. */
    record Tensors(JsonNode event, JsonNode header, ByteBuffer data) {
        static Tensors read(byte[] file) throws IOException {
            var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
            var header = new byte[Math.toIntExact(bytes.getLong())];
            bytes.get(header);
            var json = JSON.readTree(header);
            var event = JSON.readTree(json.path("__metadata__").path("event").asText());
            return new Tensors(event, json, bytes.slice().order(ByteOrder.LITTLE_ENDIAN));
        }

        /** One value of a plane of half floats. */
        double at(String plane, int index) {
            var half = data.getShort(
                    header.path(plane).path("data_offsets").path(0).asInt() + 2 * index);
            var exponent = (half >> 10) & 31;
            var mantissa = half & 1023;
            var value = exponent == 0 ? mantissa * 0x1p-24 : (1024 + mantissa) * Math.pow(2, exponent - 25);
            return half < 0 ? -value : value;
        }
    }

    /** RGB PSNR in dB of predicted chroma against the truth's, over the part of the grid that shows the frame. */
    static double psnr(Tensors truth, Tensors predicted) {
        var geometry = truth.event.path("geometry");
        var width = geometry.path("width").asInt();
        var error = 0.0;
        var count = 0;
        for (var y = 0; y < geometry.path("contentHeight").asInt(); y++) {
            for (var x = 0; x < geometry.path("contentWidth").asInt(); x++) {
                var i = y * width + x;
                var lStar = 50 * (truth.at("l", i) + 1);
                var expected = rgb(lStar, 110 * truth.at("a", i), 110 * truth.at("b", i));
                var seen = rgb(lStar, 110 * predicted.at("a", i), 110 * predicted.at("b", i));
                for (var c = 0; c < 3; c++) {
                    error += (expected[c] - seen[c]) * (expected[c] - seen[c]);
                    count++;
                }
            }
        }
        return 10 * Math.log10(count / error);
    }

    /** D65 CIELAB to encoded sRGB, clipped. */
    private static double[] rgb(double lStar, double a, double b) {
        var fy = (lStar + 16) / 116;
        var x = 0.95047 * cubed(fy + a / 500);
        var y = cubed(fy);
        var z = 1.08883 * cubed(fy - b / 200);
        return new double[] {
            encoded(3.2404542 * x - 1.5371385 * y - 0.4985314 * z),
            encoded(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z),
            encoded(0.0556434 * x - 0.2040259 * y + 1.0572252 * z)
        };
    }

    private static double cubed(double f) {
        return f > 6.0 / 29 ? f * f * f : 3 * Math.pow(6.0 / 29, 2) * (f - 4.0 / 29);
    }

    private static double encoded(double linear) {
        var inside = Math.max(0, Math.min(1, linear));
        return inside <= 0.0031308 ? 12.92 * inside : 1.055 * Math.pow(inside, 1 / 2.4) - 0.055;
    }

    /** An object's bytes. */
    byte[] object(String bucket, String key) throws IOException, InterruptedException, GeneralSecurityException {
        var time = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(Instant.now());
        var scope = time.substring(0, 8) + "/us-east-1/s3/aws4_request";
        var path = "/" + bucket + "/" + key;
        var signed = "host;x-amz-content-sha256;x-amz-date";
        var request = "GET\n" + path + "\n\nhost:" + store.getAuthority() + "\nx-amz-content-sha256:" + EMPTY_SHA
                + "\nx-amz-date:" + time + "\n\n" + signed + "\n" + EMPTY_SHA;
        var toSign =
                "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + sha256(request.getBytes(StandardCharsets.UTF_8));
        var key4 = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (var part : scope.split("/", -1)) {
            key4 = hmac(key4, part);
        }
        var response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(store.resolve(path))
                                .header("x-amz-content-sha256", EMPTY_SHA)
                                .header("x-amz-date", time)
                                .header(
                                        "Authorization",
                                        "AWS4-HMAC-SHA256 Credential=astrochrome/" + scope + ", SignedHeaders=" + signed
                                                + ", Signature="
                                                + HexFormat.of().formatHex(hmac(key4, toSign)))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("the store answers " + response.statusCode() + " for " + path);
        }
        return response.body();
    }

    static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
