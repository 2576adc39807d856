package org.heapline.profile.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.heapline.profile.Samples;
import org.heapline.profile.Snapshot;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    private static String json(Snapshot snapshot) throws IOException {
        StringWriter out = new StringWriter();
        ReportFormat.JSON.write(snapshot, 3, out);
        return out.toString();
    }

    @Test
    void hasTheContractsKeysInTheirOrder() throws IOException {
        String json = json(Samples.snapshot());
        String start = """
                {"heapline":1,"target":{"pid":4711,"name":"com.acme.Main","jdk":"17.0.15"},"backend":"allocated",\
                "startedAt":"2026-03-01T10:15:30.123Z","durationMillis":2345,"methods":[
                {"class":"com.acme.Cart","method":"add","descriptor":"(I)I","file":"com/acme/Cart.java","lines":[
                {"line":7,"occurrences":3,"incrementBytes":3670016,"selfBytes":3670016,"memUsageBytes":52428800,\
                "text":"        byte[] item = new byte[size]; // \\"quoted\\", <b>&amp;</b>"},
                {"line":8,""";
        assertEquals(start, json.substring(0, start.length()));
        String end = """
                ],"timeline":[
                {"t":0,"heapUsed":20971520,"heapCommitted":67108864,"rss":94371840},
                {"t":1000,"heapUsed":47185920,"heapCommitted":67108864,"rss":-1},
                {"t":2000,"heapUsed":54525952,"heapCommitted":83886080,"rss":115343360}],\
                "trip":{"memory":"heap","currentBytes":54525952,"limitBytes":52428800,"t":1500,"thread":"main",\
                "class":"com.acme.Cart","method":"add","file":"com/acme/Cart.java","line":7,\
                "message":"Current memory 52.00 MiB exceeded the maximum of 50.00 MiB",\
                "approximate":false,"note":"","locks":[],"stack":[
                {"class":"com.acme.Cart","method":"add","file":"Cart.java","line":7},
                {"class":"com.acme.Main","method":"main","file":"Main.java","line":-1}],"locals":[
                {"name":"size","type":"int","value":"1048576"},
                {"name":"item","type":"byte[]","value":"byte[1048576]"}]},\
                "problems":[
                {"what":"com.acme.Native#run","why":"a native method has no lines"}],"complete":true,"threads":[
                {"name":"main","id":1,"virtual":false,"threads":1,"selfBytes":3145728},
                {"name":"pool-#-thread-#","id":0,"virtual":false,"threads":12,"selfBytes":40},
                {"name":"","id":0,"virtual":true,"threads":1000000,"selfBytes":7}]}
                """;
        assertTrue(json.endsWith(end), json);
    }

    @Test
    void listsMethodsThatRanWithTheirIdleLinesAndLambdasUnderTheirOwnName() throws IOException {
        String json = json(Samples.snapshot());
        assertTrue(json.contains("{\"line\":9,\"occurrences\":0,\"incrementBytes\":0,\"selfBytes\":0,"), json);
        assertTrue(json.contains("\"method\":\"lambda$add$0\""), json);
        assertTrue(!json.contains("\"method\":\"clear\""), json);
    }

    @Test
    void withoutSourceTripAndCountsTheKeysStay() throws IOException {
        Snapshot s = Samples.snapshot();
        Snapshot bare = new Snapshot(
                s.target(),
                s.backend(),
                s.startedAt(),
                s.duration(),
                false,
                s.methods(),
                List.of(),
                null,
                List.of(),
                Map.of());
        String json = json(bare);
        assertTrue(json.contains("\"memUsageBytes\":52428800,\"text\":\"\"}"), json);
        assertTrue(
                json.endsWith("\"timeline\":[],\"trip\":null,\"problems\":[],\"complete\":false,\"threads\":[]}\n"),
                json);
    }
}
