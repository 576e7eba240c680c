package io.astrochrome.standalone.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Holds a data folder for one launcher. The operating system gives it free when the launcher ends, however it ends, so
 * that there is no stale lock.
 */
public final class FolderLock implements AutoCloseable {
    /** The lock lies on one byte far behind the text, which stays readable where locks are mandatory. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the folder.
     *
     * @throws FolderInUseException if another launcher has it; says which
     */
    public static FolderLock take(DataFolder folder) throws IOException {
        var channel = FileChannel.open(
                folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
        try {
            var lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock != null) {
                var held = new FolderLock(channel, lock);
                held.say("process " + ProcessHandle.current().pid());
                return held;
            }
        } catch (OverlappingFileLockException e) {
            // Another launcher inside this very process: the same answer.
        }
        channel.close();
        throw new FolderInUseException(folder.root(), holder(folder.lock()));
    }

    /** Writes, for whoever is refused, who holds the folder. */
    public void say(String holder) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
        channel.force(false);
    }

    private static String holder(Path lock) throws IOException {
        return Files.readString(lock).strip();
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
