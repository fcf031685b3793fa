package io.doorstep.standalone.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** 恶意文件。 What somebody sends who wants to fill the disk, to be shown in the page, or to read what lies beside. */
final class HostileFiles {

    static final byte[] PROGRAM = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xff, (byte) 0xff, 0, 0};
    static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"doorstepEvil(1)\"><script>doorstepEvil(1)</script></svg>";

    private static final String BOUNDARY = "scan-boundary";
    private static final int CHUNK = 64 * 1024;

    private HostileFiles() {}

    static Attacker.Answer send(Attacker attacker, String path, String name, byte[] content, @Nullable String mapping) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(bytes("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: image/png\r\n\r\n"));
        body.writeBytes(content);
        if (mapping != null) {
            body.writeBytes(bytes(
                    "\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"mapping\"\r\n\r\n" + mapping));
        }
        body.writeBytes(bytes("\r\n--" + BOUNDARY + "--\r\n"));
        return attacker.send(attacker.request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** A zip with one entry that unpacks to that many zeros. */
    static byte[] bomb(String entry, long size) {
        return zip(zip -> {
            zip.putNextEntry(new ZipEntry(entry));
            var zeros = new byte[CHUNK];
            for (var left = size; left > 0; left -= CHUNK) {
                zip.write(zeros);
            }
        });
    }

    /** A workbook whose sheet asks for a file of the machine, and for a word that grows without end. */
    static byte[] workbookWithEntities() {
        return zip(zip -> {
            part(zip, "[Content_Types].xml", """
                    <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""");
            part(zip, "_rels/.rels", """
                    <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            part(zip, "xl/workbook.xml", """
                    <?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>""");
            part(zip, "xl/_rels/workbook.xml.rels", """
                    <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            part(zip, "xl/worksheets/sheet1.xml", """
                    <?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY a "doorstep-evil">
                    <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
                    <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                    <row r="1"><c r="A1" t="inlineStr"><is><t>title</t></is></c></row>
                    <row r="2"><c r="A2" t="inlineStr"><is><t>&e;&c;</t></is></c></row></sheetData></worksheet>""");
        });
    }

    /** What came of sending that much without end: the first line of the answer, and how many bytes the office took. */
    record Flood(String answer, long taken) {}

    /** @param known whether the sender says beforehand how much it will be */
    static Flood flood(Attacker attacker, String path, String authorization, long size, boolean known)
            throws IOException {
        try (var socket = new Socket("localhost", attacker.port())) {
            socket.setSoTimeout(30_000);
            var out = socket.getOutputStream();
            out.write(bytes("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + authorization
                    + "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n"
                    + (known ? "Content-Length: " + size : "Transfer-Encoding: chunked") + "\r\n\r\n"));
            var head = bytes("--" + BOUNDARY
                    + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"big.png\"\r\n\r\n");
            var taken = 0L;
            try {
                write(out, head, known);
                var zeros = new byte[CHUNK];
                while (taken < size && socket.getInputStream().available() == 0) {
                    write(out, zeros, known);
                    taken += CHUNK;
                }
            } catch (IOException refused) {
                // the office hung up, as it should
            }
            return new Flood(firstLine(socket), taken);
        }
    }

    private static String firstLine(Socket socket) {
        try {
            return new String(socket.getInputStream().readNBytes("HTTP/1.1 401".length()), StandardCharsets.US_ASCII);
        } catch (IOException hungUp) {
            return "";
        }
    }

    private static void write(OutputStream out, byte[] content, boolean known) throws IOException {
        if (!known) {
            out.write(bytes(Integer.toHexString(content.length) + "\r\n"));
        }
        out.write(content);
        if (!known) {
            out.write(bytes("\r\n"));
        }
    }

    private interface Parts {
        void to(ZipOutputStream zip) throws IOException;
    }

    private static byte[] zip(Parts parts) {
        var all = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(all)) {
            parts.to(zip);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return all.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes(content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
