package io.astrochrome.colorize.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.colorize.composing.FramePicture;
import io.astrochrome.colorize.palette.Guidance;
import io.astrochrome.colorize.palette.PaletteChooser;
import io.astrochrome.events.EventCodec;
import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.Topics;
import io.astrochrome.imaging.palette.PaletteLayout;
import io.astrochrome.imaging.palette.PaletteTrust;
import io.astrochrome.imaging.palette.Palettes;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.Sha256;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.StreamTestResource;
import io.astrochrome.testkit.model.TinyModel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** The tiny model adds a palette's last value, which says how far it is to be heeded, to b before tanh. */
@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
@QuarkusTestResource(TinyModelResource.class)
class PaletteStreamTest {
    private static final int PIXEL = 777;

    StreamServers servers;

    @Inject
    ObjectStore store;

    private void send(TestFrame frame) {
        servers.topics().write(Topics.LAB_TENSORS, frame.target(), frame.bytes());
    }

    private List<FrameColorized> coloured(String target, int count) throws Exception {
        List<FrameColorized> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : servers.topics().await(Topics.COLORIZED, target, count)) {
            events.add(EventCodec.frameColorized(record.value()));
        }
        return events;
    }

    private static void assertSteered(FrameColorized event, TestFrame frame, double steered) {
        float l = HalfFloat.toFloat(frame.tensor().lightness()[PIXEL]);
        double unguided = TinyModelResource.MODEL.b(l);
        double expected = Math.tanh(steered + atanh(unguided));
        assertThat((double) HalfFloat.toFloat(event.b()[PIXEL])).isCloseTo(expected, within(2e-3));
    }

    private static double atanh(double x) {
        return Math.log((1 + x) / (1 - x)) / 2;
    }

    @Test
    void steersAFrameByThePaletteItAsksForAndSaysSoInEveryFile() throws Exception {
        TestFrame frame = TestFrame.live(store, "narrowband", 1, 96, 64).asking("sho");
        send(frame);

        FrameColorized event = coloured("narrowband", 1).get(0);

        assertThat(event.palette()).isEqualTo("sho");
        assertSteered(event, frame, 1);
        String fits = new String(store.fetch(event.pictures().fits()), StandardCharsets.ISO_8859_1);
        assertThat(fits).contains("ACPALETT= 'sho");
        assertThat(FramePicture.read(store, event.pictures().png()).text()).contains("steered by sho");
    }

    @Test
    void givesEachFrameOfABatchItsOwnPalette() throws Exception {
        List<String> asked = new ArrayList<>(List.of("sho", "none", "hoo", "natural", "none", "infrared", "sepia"));
        List<TestFrame> frames = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            frames.add(TestFrame.live(store, "mixed", i, 64, 64).asking(asked.get(i)));
        }
        frames.forEach(this::send);

        List<FrameColorized> events = coloured("mixed", asked.size());

        assertThat(events)
                .extracting(FrameColorized::palette)
                .containsExactly("sho", null, "hoo", "natural", null, "infrared", null);
        for (int i = 0; i < events.size(); i++) {
            assertSteered(events.get(i), frames.get(i), events.get(i).palette() == null ? 0 : 1);
        }
    }

    @Test
    void takesTheColoursOfTheTargetsOwnColourFrameAndKnowsThemAfterARestart() throws Exception {
        TestFrame before = TestFrame.live(store, "M 8", 1, 64, 64);
        TestFrame inColour = TestFrame.live(store, "M 8", 2, 64, 64).inColour(40, 10);
        TestFrame after = TestFrame.live(store, "M 8", 3, 64, 64);
        TestFrame refusing = TestFrame.live(store, "M 8", 4, 64, 64).asking("none");
        TestFrame measured = TestFrame.of(store, "M 8", 5, 64, 64, Purpose.VALIDATION);
        List.of(before, inColour, after, refusing, measured).forEach(this::send);

        List<FrameColorized> events = coloured("M 8", 5);

        assertThat(events)
                .extracting(FrameColorized::palette)
                .as("a frame's own colours are not told to it, and what measures is left alone")
                .containsExactly(null, null, "target", null, null);
        assertSteered(events.get(2), after, 0.2);

        Path folder = Files.createTempDirectory("palettes");
        TinyModel tiny = TinyModelResource.MODEL;
        try (ColourModel model = ColourModel.load(tiny.write(folder.resolve("tiny.onnx")), SessionSettings.cpu(1))) {
            Guidance restarted = new PaletteChooser(store, folder)
                    .choose(TestFrame.live(store, "M 8", 6, 64, 64).tensor())
                    .of(model);
            assertThat(restarted.name()).isEqualTo("target");
            assertThat(restarted.vector())
                    .isNotEqualTo(Palettes.named("natural").orElseThrow().vector(new PaletteLayout(28)));
        }
    }

    @Test
    void aTargetsOwnColoursAreHeededLessWhereNobodyAskedForThem() throws Exception {
        Path folder = Files.createTempDirectory("palettes");
        PaletteChooser chooser = new PaletteChooser(store, folder);
        LabTensor coloured =
                TestFrame.live(store, "M 17", 1, 64, 64).inColour(40, 10).tensor();
        LabTensor mono = TestFrame.live(store, "M 17", 2, 64, 64).tensor();
        LabTensor asking =
                TestFrame.live(store, "M 17", 3, 64, 64).asking("target").tensor();
        Path tiny = TinyModelResource.MODEL.write(folder.resolve("tiny.onnx"));
        try (ColourModel model = ColourModel.load(tiny, SessionSettings.cpu(1))) {
            chooser.learn(coloured);
            Guidance kindred = chooser.choose(mono).of(model);
            Guidance asked = chooser.choose(asking).of(model);

            assertThat(asked.vector()[asked.vector().length - 1]).isEqualTo(1);
            assertThat(kindred.vector()).isEqualTo(PaletteTrust.KINDRED.weigh(asked.vector()));
            assertThat(kindred.name()).isEqualTo("target");
        }
    }

    @Test
    void aFrameToLearnFromIsNotColouredButItsColoursAreThoseOfItsTarget() throws Exception {
        send(TestFrame.of(store, "M 20", 1, 64, 64, Purpose.TRAIN).inColour(-20, 30));
        TestFrame after = TestFrame.live(store, "M 20", 2, 64, 64);
        send(after);

        List<FrameColorized> events = coloured("M 20", 1);

        assertThat(events).extracting(event -> event.frame().frameId()).containsExactly(after.id());
        assertThat(events.get(0).palette()).isEqualTo("target");
        assertThat(store.stat(ObjectKeys.palette("M 20")))
                .as("kept, since it came before")
                .isPresent();
    }

    @Test
    void looksLikeAnotherFrame() throws Exception {
        byte[] orange = orangePicture();
        String id = Sha256.of(orange);
        store.put(ObjectKeys.frame(id), orange, "image/png");
        send(TestFrame.live(store, "likeness", 1, 64, 64).asking("like:" + id));
        send(TestFrame.live(store, "likeness", 2, 64, 64).asking("like:" + "ab".repeat(32)));

        assertThat(coloured("likeness", 2))
                .extracting(FrameColorized::palette)
                .as("a frame that is not there steers nothing")
                .containsExactly("like:" + id, null);
    }

    private static byte[] orangePicture() throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                image.setRGB(x, y, (255 - 4 * x) << 16 | (128 - 2 * x) << 8 | 10);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
