package io.astrochrome.platform.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.events.WholeText;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Bodies whose texts have half a character are refused: no answer and no record could say them again. */
@Singleton
public final class WholeTextBodies implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(WholeText.module());
    }
}
