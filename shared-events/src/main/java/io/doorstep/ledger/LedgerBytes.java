package io.doorstep.ledger;

import java.io.IOException;
import java.io.InputStream;

/** A file's content, which can be read from its beginning again and again. */
interface LedgerBytes {
    InputStream open() throws IOException;
}
