package io.astrochrome.trainer.service.queue;

import io.astrochrome.trainer.service.PlainConfig;
import io.astrochrome.trainer.service.SentMessages;
import io.astrochrome.trainer.service.TrainerName;
import io.astrochrome.trainer.service.registry.ProgressPublisher;
import io.astrochrome.trainer.service.registry.RunRegistry;
import java.nio.file.Path;

/** Queues of a service that stops: they take runs in for the next start, and carry none out. */
public final class IdleQueue {
    private IdleQueue() {}

    /** A queue of a trainer in that folder. */
    public static RunQueue in(Path folder) {
        RunQueue queue = new RunQueue(new PlainConfig(folder), null, registry(folder), null, null, null);
        queue.close(null);
        return queue;
    }

    /** The runs of a trainer that starts in that folder. */
    static RunRegistry registry(Path folder) {
        PlainConfig config = new PlainConfig(folder);
        return new RunRegistry(config, new ProgressPublisher(SentMessages.taken(), new TrainerName(config)));
    }
}
