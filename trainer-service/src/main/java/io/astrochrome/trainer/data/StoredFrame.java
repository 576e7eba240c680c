package io.astrochrome.trainer.data;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.tensors.Safetensors;
import io.astrochrome.tensors.TensorGrid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a stored tensor's metadata says of its frame; the rest of the event is passed over. */
record StoredFrame(FrameIngested frame, TensorGrid geometry) {
    static StoredFrame of(Safetensors file) throws IOException {
        String event = file.metadata().get(EventCodec.EVENT_KEY);
        if (event == null) {
            throw new DataException("its metadata has no " + EventCodec.EVENT_KEY);
        }
        try {
            StoredFrame stored = EventCodec.fromJson(event.getBytes(StandardCharsets.UTF_8), StoredFrame.class);
            if (stored.frame == null || stored.geometry == null) {
                throw new DataException("its metadata names no frame");
            }
            return stored;
        } catch (EventFormatException e) {
            throw new DataException(String.valueOf(e.getMessage()), e);
        }
    }
}
