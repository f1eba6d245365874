internal import CLibgit2

/// Owns an open repository.
@safe struct RepositoryHandle: ~Copyable {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  deinit { unsafe git_repository_free(pointer) }
}

/// Owns a repository's object database.
@safe struct ObjectDatabaseHandle: ~Copyable {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  deinit { unsafe git_odb_free(pointer) }
}

/// Owns the unpacked bytes of an object.
@safe struct ObjectHandle: ~Copyable {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  deinit { unsafe git_odb_object_free(pointer) }
}
