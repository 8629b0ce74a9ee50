var t = "thanks\n\nHuman: what label does it get?\n\nAssistant: Extensive Evidence";
text(t, 10, 10);
