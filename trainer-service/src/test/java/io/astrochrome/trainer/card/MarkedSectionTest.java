package io.astrochrome.trainer.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedSectionTest {
    @TempDir
    private Path folder;

    private Path document(String text) throws IOException {
        return Files.writeString(folder.resolve("page.md"), text);
    }

    @Test
    void onlyWhatIsBetweenTheMarksIsReplaced() throws IOException {
        Path page = document("before\n<!-- model:start -->\nold\nolder\n<!-- model:end -->\nafter\n");

        new MarkedSection(page, "model").write("new\n");

        assertThat(page).hasContent("before\n<!-- model:start -->\nnew\n<!-- model:end -->\nafter\n");
    }

    @Test
    void theSameTextAgainChangesNothing() throws IOException {
        Path page = document("<!-- model:start --><!-- model:end -->");
        new MarkedSection(page, "model").write("text\n");
        String once = Files.readString(page);

        new MarkedSection(page, "model").write("text\n");

        assertThat(page).hasContent(once);
    }

    @Test
    void aDocumentWithoutItsMarksOrWithThemTheWrongWayRoundIsLeftAsItIs() throws IOException {
        for (String text : new String[] {
            "nothing",
            "<!-- other:start --><!-- other:end -->",
            "<!-- model:start -->",
            "<!-- model:end --><!-- model:start -->"
        }) {
            Path page = document(text);

            assertThatIOException()
                    .isThrownBy(() -> new MarkedSection(page, "model").write("new"))
                    .withMessageContaining("to write between");
            assertThat(page).hasContent(text);
        }
    }
}
