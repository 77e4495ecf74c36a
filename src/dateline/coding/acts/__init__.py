"""What a sentence tells that somebody does: by frames of verbs and operators over them, which are tables."""
