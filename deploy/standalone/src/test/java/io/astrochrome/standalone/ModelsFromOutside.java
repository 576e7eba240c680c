package io.astrochrome.standalone;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.Topics;
import io.astrochrome.events.model.ModelPublished;
import io.astrochrome.standalone.folder.DataFolder;
import io.astrochrome.standalone.folder.Settings;
import io.astrochrome.standalone.stack.Stack;
import io.astrochrome.storage.MinioObjectStore;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.Sha256;
import io.astrochrome.storage.StoreSettings;
import io.astrochrome.testkit.model.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes models as anybody may who reaches store and broker, with figures that are made up. */
final class ModelsFromOutside implements AutoCloseable {
    private final MinioObjectStore store;
    private final KafkaProducer<String, byte[]> producer;
    private final Path folder;

    ModelsFromOutside(Stack stack, DataFolder data, Path folder) throws IOException {
        this.store = new MinioObjectStore(new StoreSettings(
                stack.addresses().store(), "astrochrome", Settings.read(data).get("store.secret-key")));
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.addresses().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
        this.folder = folder;
    }

    /** The model's id. */
    String publish(TinyModel model) throws Exception {
        return publish(Files.readAllBytes(model.write(Files.createTempFile(folder, "outside-", ".onnx"))));
    }

    /** The id of what is said to be a model. */
    String publish(byte[] file) throws Exception {
        var id = Sha256.of(file);
        var object = store.put(ObjectKeys.model(id), file, "application/onnx");
        var event = new ModelPublished(
                id,
                "from outside",
                object,
                "unknown",
                null,
                null,
                null,
                1,
                64,
                Map.of("gainDecibels", 99.0),
                Map.of(),
                null,
                null,
                "run of " + id,
                Instant.now());
        producer.send(new ProducerRecord<>(Topics.MODELS, id, EventCodec.toJson(event)))
                .get();
        return id;
    }

    @Override
    public void close() {
        producer.close();
        store.close();
    }
}
