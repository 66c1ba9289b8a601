"""Who is entrusted with what: coordinators end and lock one another, and a lost telephone is locked."""
