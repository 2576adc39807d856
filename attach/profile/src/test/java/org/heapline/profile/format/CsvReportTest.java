package org.heapline.profile.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import org.heapline.profile.Samples;
import org.junit.jupiter.api.Test;

class CsvReportTest {
    @Test
    void quotesAsRfc4180DoesAndListsTheLinesThatRan() throws IOException {
        StringWriter out = new StringWriter();
        ReportFormat.CSV.write(Samples.snapshot(), 3, out);
        String[] rows = out.toString().split("\r\n", -1);
        assertEquals(
                "class,method,descriptor,file,line,occurrences,incrementBytes,selfBytes,memUsageBytes,text", rows[0]);
        assertEquals(
                "com.acme.Cart,add,(I)I,com/acme/Cart.java,7,3,3670016,3670016,52428800,"
                        + "\"        byte[] item = new byte[size]; // \"\"quoted\"\", <b>&amp;</b>\"",
                rows[1]);
        assertEquals("com.acme.Cart,lambda$add$0,([B)V,com/acme/Cart.java,13,6,0,0,53477376,        });", rows[6]);
        assertEquals(8, rows.length);
        assertEquals("", rows[7]);
    }
}
