package io.doorstep.files;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** 存放处。 Keeps bytes under the case that they belong to and a name; what they say is not its business. */
public interface FileStore {

    /** Keeps the whole content durably, in place of what was kept under the name; on failure what was there stays as it was. */
    void put(String caseId, String name, byte[] content) throws IOException;

    /** The content; empty when there is none of that name. */
    Optional<byte[]> get(String caseId, String name) throws IOException;

    /** The names of all that is kept for a case. */
    List<String> names(String caseId) throws IOException;

    /** Removes what is kept under a name; nothing when there is none. */
    void remove(String caseId, String name) throws IOException;
}
